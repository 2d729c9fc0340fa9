package org.macroedge.server.indices.view;

import org.jspecify.annotations.Nullable;

/// z minus z of 24 hours and of 7 days before; null if undefined then.
public record IndexChange(@Nullable Double day, @Nullable Double week) {}
