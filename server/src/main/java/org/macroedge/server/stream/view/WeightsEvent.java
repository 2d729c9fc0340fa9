package org.macroedge.server.stream.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Another version of a weight set is in force.
///
/// @param version 1; a new key leaves it as it is
/// @param recordedAt from which record time on
/// @param weightSet its id
/// @param inForce the version of the weight set that is in force; null where none is any more
public record WeightsEvent(
        int version,
        Instant recordedAt,
        String weightSet,
        @Nullable Integer inForce) {}
