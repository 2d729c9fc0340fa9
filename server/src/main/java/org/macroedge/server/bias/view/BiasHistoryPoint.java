package org.macroedge.server.bias.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// The bias at one instant of a history.
public record BiasHistoryPoint(
        Instant asOf,
        String runId,
        @Nullable Double score,
        @Codes(Label.class) @Nullable String label,
        @Nullable Double z,
        @Nullable Double confidence,
        @Nullable Double coverage,
        @Nullable Double freshness,
        @Nullable Double quality,
        @Nullable Double agreement,
        @Codes(InstrumentBias.Reason.class) @Nullable String reason) {}
