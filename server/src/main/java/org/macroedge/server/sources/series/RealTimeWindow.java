package org.macroedge.server.sources.fred;

import java.time.LocalDate;

/// What is asked of a series: its observations from a date on, as they stood on each day of a real-time period. The
/// service repeats all of it in its answer.
///
/// @param observationsFrom the first date of an observation
/// @param knownFrom the first day of the real-time period
/// @param knownTo its last day
/// @param outputType 1 for every vintage, 4 for the first ones only
record RealTimeWindow(LocalDate observationsFrom, LocalDate knownFrom, LocalDate knownTo, int outputType) {

    static final int EVERY_VINTAGE = 1;

    /// The service takes at most this many vintage dates in one answer. A series has at most one a day.
    static final int MOST_VINTAGES = 2_000;

    /// The end of time in ALFRED, which no clock is ahead of.
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private static final int YEARS_BEFORE = 2;

    /// The last three calendar years, the present one included: the base of a change over a year, and more. Nothing
    /// that is observed in them was published before them, so that no vintage is cut off at their start.
    static RealTimeWindow until(LocalDate today) {
        LocalDate start = LocalDate.of(today.getYear() - YEARS_BEFORE, 1, 1);
        return new RealTimeWindow(start, start, FOR_EVER, EVERY_VINTAGE);
    }

    /// As the service takes it.
    String query() {
        return "observation_start=" + observationsFrom + "&realtime_start=" + knownFrom + "&realtime_end=" + knownTo
                + "&output_type=" + outputType;
    }
}
