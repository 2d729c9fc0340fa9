package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;

/// The decayed, weighted surprise of one region and category; null with a reason where none is live.
public record HeatCell(
        String region,
        String category,
        @Nullable Double z,
        int live,
        int indicators,
        @Nullable String reason) {}
