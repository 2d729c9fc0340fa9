package org.macroedge.server.bias.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One instrument in the summary; score, label and z are null where `reason` says why.
public record BiasItem(
        String instrument,
        String name,
        String assetClass,
        @Nullable Double score,
        @Nullable String label,
        @Nullable Double z,
        @Nullable Double confidence,
        @Nullable Double coverage,
        @Nullable Double freshness,
        @Nullable Double quality,
        @Nullable Double agreement,
        @Nullable String reason,
        BiasChange change,
        List<BiasDriver> drivers) {}
