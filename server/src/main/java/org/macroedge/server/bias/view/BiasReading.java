package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.NoLabel;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// An instrument's bias at one instant. Score and z are null without history; the label is null if there is a `reason`.
///
/// @param score in [−100, 100]
/// @param health coverage · freshness · quality of the data, in [0, 1]; not the probability that the bias is right
/// @param agreement |Σc| / Σ|c| of the contributions c, in [0, 1]
/// @param breadth the number of reasons of equal size that would be as concentrated
/// @param newShare the part of Σ|c| that is younger than 48 hours, in [0, 1]
public record BiasReading(
        @Nullable Double score,
        @Codes(Label.class) @Nullable String label,
        @Nullable Double z,
        double health,
        double coverage,
        @Nullable Double freshness,
        @Nullable Double quality,
        @Nullable Double agreement,
        @Nullable Double breadth,
        @Nullable Double newShare,
        @Codes(NoLabel.class) @Nullable String reason) {}
