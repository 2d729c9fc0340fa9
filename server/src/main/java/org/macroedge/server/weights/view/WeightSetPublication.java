package org.macroedge.server.weights.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.weights.PublicationKind;

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
        @Codes(PublicationKind.class) String kind,
        @Nullable Integer version,
        String reason,
        String author) {}
