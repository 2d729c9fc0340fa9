package org.macroedge.server.correlation.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.NoCorrelation;
import org.macroedge.server.platform.json.Codes;

/// The correlation of two series, over the rows in which both have a value.
///
/// @param first the id of the series that comes earlier in `series`
/// @param second the id of the later one; that of the first where a series was asked for with itself
/// @param observations rows in which both have a value
/// @param r in [-1, 1]; null where `reason` says why
/// @param effective how many independent rows hold as much as these
/// @param lower of the 95 % interval; null where the effective number is 3 or less
/// @param upper of the 95 % interval
/// @param differs whether the interval leaves out 0
public record CorrelationPair(
        String first,
        String second,
        int observations,
        @Nullable Double r,
        @Nullable Double effective,
        @Nullable Double lower,
        @Nullable Double upper,
        boolean differs,
        @Codes(NoCorrelation.class) @Nullable String reason) {}
