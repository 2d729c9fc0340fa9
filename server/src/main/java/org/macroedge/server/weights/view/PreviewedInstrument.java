package org.macroedge.server.weights.view;

import org.jspecify.annotations.Nullable;

/// What a version of a weight set would change for an instrument.
///
/// @param before by the weights that it is compared with
/// @param after by the version
/// @param change the score after minus the score before; null where one of them is
/// @param labelChanges whether the labels differ
public record PreviewedInstrument(
        String instrument,
        String name,
        PreviewedBias before,
        PreviewedBias after,
        @Nullable Double change,
        boolean labelChanges) {}
