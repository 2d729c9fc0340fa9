package org.macroedge.server.correlation.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.NoCorrelation;
import org.macroedge.server.platform.json.Codes;

/// The correlation of a pair over the rows up to an instant.
///
/// @param until the close of the last row
/// @param observations rows of the window in which both have a value
/// @param r in [-1, 1]; null where `reason` says why
public record CorrelationPoint(
        Instant until,
        int observations,
        @Nullable Double r,
        @Nullable Double effective,
        @Nullable Double lower,
        @Nullable Double upper,
        @Codes(NoCorrelation.class) @Nullable String reason) {}
