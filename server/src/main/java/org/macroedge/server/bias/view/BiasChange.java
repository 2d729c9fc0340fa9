package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;

/// The score minus that of 24 hours and of 7 days before; null where undefined then.
public record BiasChange(@Nullable Double day, @Nullable Double week) {}
