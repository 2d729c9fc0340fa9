package org.macroedge.server.bias;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.events.Event;

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

    /// What an event says. One of version 1 has the record time of its own.
    static BiasComputed of(Event event) {
        BiasComputed read = event.read(BiasComputed.class);
        return read.recordedAt() != null
                ? read
                : new BiasComputed(
                        read.weightSet(),
                        read.instrument(),
                        read.from(),
                        read.asOf(),
                        read.runId(),
                        event.recordedAt(),
                        read.score(),
                        read.label(),
                        read.z());
    }
}
