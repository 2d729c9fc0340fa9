package org.macroedge.server.indices.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.IndexReading;
import org.macroedge.server.platform.json.Codes;

/// An index at one instant of a history.
public record IndexHistoryPoint(
        Instant asOf,
        @Nullable Double z,
        double coverage,
        @Codes(IndexReading.Reason.class) @Nullable String reason) {}
