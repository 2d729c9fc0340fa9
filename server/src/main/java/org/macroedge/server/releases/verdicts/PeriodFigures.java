package org.macroedge.server.releases.verdicts;

import java.time.LocalDate;
import java.util.List;

/// Of which periods a source still gives the figures that became actuals, and of which it gives none any more.
///
/// @param given with the figure that it gave first
/// @param gone without any
public record PeriodFigures(List<Period> given, List<Period> gone) {

    /// Nothing is said of any period.
    public static final PeriodFigures NONE = new PeriodFigures(List.of(), List.of());

    /// A period of an indicator.
    ///
    /// @param indicator its id
    /// @param first the first day of the period
    public record Period(String indicator, LocalDate first) {}
}
