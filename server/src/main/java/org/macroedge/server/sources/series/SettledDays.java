package org.macroedge.server.sources.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.sources.SourceFault;

/// Which days of an answer have prices that no longer move.
///
/// @param fetchedAt when the answer was there
public record SettledDays(PriceSeries series, Instant fetchedAt) {

    /// How long after its close a price may still move: closing auctions and late reports.
    private static final Duration SETTLES = Duration.ofHours(1);

    /// The session that is under way ends within a day.
    private static final Duration SESSION = Duration.ofDays(1);

    /// @return false for the session that is under way
    /// @throws SourceFault for a day that has not begun
    public boolean has(LocalDate day) {
        Instant close = series.closeAt(day);
        if (close.minus(SESSION).isAfter(fetchedAt)) {
            throw SourceFault.notUnderstood(series.symbol() + " has " + day + " before its time");
        }
        return !close.plus(SETTLES).isAfter(fetchedAt);
    }
}
