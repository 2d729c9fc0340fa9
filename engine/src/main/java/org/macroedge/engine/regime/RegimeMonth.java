package org.macroedge.engine.regime;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Quadrant;

/// The regime of a region at the end of a month.
///
/// @param correlation of the monthly changes of the two composites up to this month-end; 0 before 24 of them
/// @param odds null where an axis has no P(up)
/// @param dwell for how many month-ends in a row the quadrant has held, this one included
public record RegimeMonth(
        YearMonth month,
        Quadrant quadrant,
        AxisReading growth,
        AxisReading inflation,
        double correlation,
        @Nullable QuadrantOdds odds,
        int dwell) {}
