package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;

/// The score minus the scores of 24 hours and 7 days before; null if undefined then.
public record BiasChange(@Nullable Double day, @Nullable Double week) {}
