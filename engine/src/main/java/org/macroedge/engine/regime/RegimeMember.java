package org.macroedge.engine.regime;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;

/// One indicator behind a composite at a month-end.
///
/// @param momentum signed by polarity, in units of its own scale, in [−4, 4]; null where there is none
/// @param share of the weight that is present, in [0, 1]; 0 without a momentum
public record RegimeMember(Indicator indicator, @Nullable Double momentum, double share) {}
