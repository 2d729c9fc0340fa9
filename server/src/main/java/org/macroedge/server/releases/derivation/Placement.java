package org.macroedge.server.releases.derivation;

import java.time.Instant;
import java.time.LocalDate;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.ReleaseTime;
import org.macroedge.server.releases.intake.ReportedRelease;

/// The instant that the catalogue in use gives a row: its release time, for a row that states only a date.
public final class Placement {

    private Placement() {}

    /// The row where an indicator places it. Without a release time in the catalogue, a date is known at the
    /// end of the day, the later of those that the reader and the release zone give.
    public static ReportedRelease of(ReportedRelease row, Indicator indicator) {
        LocalDate date = row.localDate();
        if (date == null) {
            return row;
        }
        Instant ruled = indicator.knownAt(date);
        boolean timed = indicator.releaseTime(date).map(ReleaseTime::time).isPresent();
        Instant instant = timed || ruled.isAfter(row.instant()) ? ruled : row.instant();
        return instant.equals(row.instant()) ? row : row.at(instant);
    }
}
