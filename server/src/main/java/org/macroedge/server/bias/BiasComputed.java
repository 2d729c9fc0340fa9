package org.macroedge.server.bias;

import java.time.Instant;

/// An instrument's stored bias was computed anew.
///
/// @param from the earliest market time at which it may have changed
/// @param asOf the last run
public record BiasComputed(String weightSet, String instrument, Instant from, Instant asOf, String runId) {

    /// The type on the wire.
    public static final String TYPE = "bias_computed";

    /// The version of the shape.
    public static final int VERSION = 1;
}
