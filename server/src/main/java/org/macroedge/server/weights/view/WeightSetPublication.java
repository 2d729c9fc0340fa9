package org.macroedge.server.weights.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change of the version of a weight set that is in force.
///
/// @param recordedAt from when on the version is in force
/// @param kind `publish` or `roll-back`
/// @param version in force from then on; null where a roll-back left none
/// @param reason why
/// @param author who did it
public record WeightSetPublication(
        Instant recordedAt,
        String weightSet,
        String kind,
        @Nullable Integer version,
        String reason,
        String author) {}
