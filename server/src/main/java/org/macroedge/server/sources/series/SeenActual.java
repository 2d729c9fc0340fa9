package org.macroedge.server.sources.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A figure that is the actual of a release; a row of table `series_actual`.
///
/// @param indicator its id
/// @param key the publisher's name of the series
/// @param seenAt the look that first had it
public record SeenActual(String indicator, LocalDate period, String key, Instant seenAt, KnownFrom known) {

    public SeenActual {
        seenAt = seenAt.truncatedTo(ChronoUnit.MICROS);
    }
}
