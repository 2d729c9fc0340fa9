package org.macroedge.server.regime.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.server.platform.json.Codes;

/// The regime of a region at the end of a month.
///
/// @param monthEnd the last day of the month, whose end in UTC it is
/// @param dwell for how many month-ends in a row the quadrant has held, this one included
/// @param correlation of the monthly changes of the two composites so far; 0 before 24 of them
/// @param odds null where an axis has no `up`
public record RegimePoint(
        LocalDate monthEnd,
        @Codes(Quadrant.class) String quadrant,
        int dwell,
        RegimeAxis growth,
        RegimeAxis inflation,
        double correlation,
        @Nullable RegimeOdds odds) {}
