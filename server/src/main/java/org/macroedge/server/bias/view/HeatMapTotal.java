package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.IndexReading;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// The surprise index of one region over all categories; null with a reason if no signal is live.
///
/// @param coverage the share of the weight in force that has a live signal
public record HeatMapTotal(
        @Codes(Region.class) String region,
        @Nullable Double z,
        double coverage,
        int live,
        int indicators,
        @Codes(IndexReading.Reason.class) @Nullable String reason) {}
