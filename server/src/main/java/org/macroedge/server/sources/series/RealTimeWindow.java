package org.macroedge.server.sources.series;

import java.time.LocalDate;

/// What is asked of the history of a series: its observations from a date on, as they stood on each day of a real-time
/// period.
///
/// @param observationsFrom the first date of an observation
/// @param knownFrom the first day of the real-time period; what stands then may have stood before
/// @param knownTo its last day
public record RealTimeWindow(LocalDate observationsFrom, LocalDate knownFrom, LocalDate knownTo) {

    /// The end of time in ALFRED, which no clock is ahead of.
    public static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    /// The last three calendar years, the present one included: the base of a change over a year, and more. Nothing
    /// that is observed in them was published before them, so that no vintage is cut off at their start.
    public static RealTimeWindow until(LocalDate today) {
        LocalDate start = LocalDate.of(Periods.firstYear(today), 1, 1);
        return new RealTimeWindow(start, start, FOR_EVER);
    }

    /// What became known in some calendar years. The day before the first of them shows which figures stood already;
    /// the observations of the two years before it are the base of a change over a year.
    ///
    /// @param last not before the first
    public static RealTimeWindow years(int first, int last) {
        return new RealTimeWindow(
                LocalDate.of(first - Periods.YEARS_BEFORE, 1, 1),
                LocalDate.of(first - 1, 12, 31),
                LocalDate.of(last, 12, 31));
    }

    /// Whether it reaches as far as anything is known, so that the same question has other answers later.
    public boolean isOpen() {
        return knownTo.equals(FOR_EVER);
    }

    /// The name of a request that asks this of a series: `UNRATE`, or `UNRATE 2010 to 2014`.
    public String named(String key) {
        return isOpen() ? key : key + " " + knownFrom.plusDays(1).getYear() + " to " + knownTo.getYear();
    }
}
