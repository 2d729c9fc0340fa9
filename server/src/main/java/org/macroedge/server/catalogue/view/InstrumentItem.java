package org.macroedge.server.catalogue.view;

import org.jspecify.annotations.Nullable;

/// What is traded, and in which direction class it reads the data.
public record InstrumentItem(
        String instrument,
        String name,
        String assetClass,
        String directionClass,
        @Nullable String base,
        @Nullable String quote) {}
