package org.macroedge.server.bias;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An instrument's stored bias was computed anew.
///
/// @param from the earliest market time at which it may have changed
/// @param asOf the last run
/// @param recordedAt the record time of the facts; null in version 1, like the bias itself
/// @param score of the last run; null without history
/// @param label of the last run; null without a score
/// @param z of the last run; null without history
public record BiasComputed(
        String weightSet,
        String instrument,
        Instant from,
        Instant asOf,
        String runId,
        @Nullable Instant recordedAt,
        @Nullable Double score,
        @Nullable String label,
        @Nullable Double z) {

    /// The type on the wire.
    public static final String TYPE = "bias_computed";

    /// The version of the shape.
    public static final int VERSION = 2;
}
