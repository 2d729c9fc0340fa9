package org.macroedge.server.releases.profile.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;

/// Whose clock decides, and what a bare date means.
///
/// @param catalogueTime whether clock times that most rows of a week have wrong by the same hours are shifted
/// @param datesAsWritten whether a bare date is a date in the release zone, not in the calendar's
/// @param nextJanuary whether rows of early January may belong to the January a year later
public record TimeRules(boolean catalogueTime, boolean datesAsWritten, boolean nextJanuary) {

    private static final int LAST_SPILLED_DAY = 10;

    /// The date and clock time that count: midnight is no clock time where the catalogue's time is asked for.
    public StatedTime counted(StatedTime stated) {
        return catalogueTime && stated.isMidnight() ? stated.withoutClock() : stated;
    }

    /// When a row became known or is due.
    ///
    /// @param counted what counts of its date and clock time
    /// @param weeks by how much the clock times of its week are wrong; null for not at all
    public Placement place(StatedTime counted, Indicator indicator, @Nullable WeekShifts weeks) {
        Instant own = counted.instant(indicator);
        if (own == null) {
            return Placement.of(indicator, counted.date(), datesAsWritten ? null : counted.zone());
        }
        int hours = weeks == null ? 0 : weeks.shift(counted.date(), indicator, own);
        return new Placement(own.minus(Duration.ofHours(hours)), null, false, hours);
    }

    /// Whether a row may stand a year early: it claims to be of the first days of January.
    public boolean maySpill(StatedTime stated) {
        return nextJanuary && stated.date().getDayOfYear() <= LAST_SPILLED_DAY;
    }
}
