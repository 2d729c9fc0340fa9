package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// An instrument's bias at one instant. Score, label and z are null if there is a `reason`.
public record BiasReading(
        @Nullable Double score,
        @Codes(Label.class) @Nullable String label,
        @Nullable Double z,
        @Nullable Double confidence,
        @Nullable Double coverage,
        @Nullable Double freshness,
        @Nullable Double quality,
        @Nullable Double agreement,
        @Codes(InstrumentBias.Reason.class) @Nullable String reason) {}
