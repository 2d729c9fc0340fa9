package org.macroedge.server.bias.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// One instrument in the summary; score, label and z are null where `reason` says why.
public record BiasItem(
        String instrument,
        String name,
        @Codes(AssetClass.class) String assetClass,
        @Nullable Double score,
        @Codes(Label.class) @Nullable String label,
        @Nullable Double z,
        @Nullable Double confidence,
        @Nullable Double coverage,
        @Nullable Double freshness,
        @Nullable Double quality,
        @Nullable Double agreement,
        @Codes(InstrumentBias.Reason.class) @Nullable String reason,
        BiasChange change,
        List<BiasDriver> drivers) {}
