package org.macroedge.engine.regime;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Quadrant;

/// Where a region stands at its last month-end: what [RegimeMonth] says of it, without odds and scores.
///
/// @param month whose end it is
/// @param since the month at whose end the quadrant began to hold without a break
/// @param growth composite of the month-end; null where there are too few data
/// @param inflation composite of the month-end; null where there are too few data
/// @param held whether an axis keeps a state that its composite is not beyond the band for
public record RegimeStanding(
        YearMonth month,
        Quadrant quadrant,
        YearMonth since,
        @Nullable Double growth,
        @Nullable Double inflation,
        boolean held) {}
