package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;

/// The next release that could change the label of an instrument.
///
/// @param now where the bias stands
/// @param next the earliest release with a flip within 3 σ, else the earliest with one within the clip; of
/// several at one instant, the one with the nearest flip. Null where none can change the label
public record FlipItem(
        String instrument,
        String name,
        BiasLevel now,
        @Nullable FlipNext next) {}
