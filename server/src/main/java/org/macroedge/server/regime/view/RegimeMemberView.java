package org.macroedge.server.regime.view;

import org.jspecify.annotations.Nullable;

/// One indicator behind a composite.
///
/// @param momentum in units of its own scale, in [−4, 4], positive for stronger or hotter; null where there is
/// none
/// @param share of the composite's weight, in [0, 1]; 0 without a momentum
public record RegimeMemberView(
        String indicator, String name, @Nullable Double momentum, double share) {}
