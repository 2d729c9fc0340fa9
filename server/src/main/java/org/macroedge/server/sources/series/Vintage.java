package org.macroedge.server.sources.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.time.Instants;

/// A figure from the look on that first had it; a row of table `observation`.
///
/// @param key the publisher's name of the series
/// @param period its first day
/// @param value in the publisher's unit
/// @param seenAt when the answer that had it was there as a whole
/// @param lackedAt the look before, which did not have it; null for the baseline
public record Vintage(
        String key,
        LocalDate period,
        BigDecimal value,
        Instant seenAt,
        @Nullable Instant lackedAt) {

    public Vintage {
        seenAt = seenAt.truncatedTo(ChronoUnit.MICROS);
        lackedAt = lackedAt == null ? null : lackedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// The first whole second at which it was there.
    Instant seenSecond() {
        return Instants.wholeSecond(seenAt);
    }
}
