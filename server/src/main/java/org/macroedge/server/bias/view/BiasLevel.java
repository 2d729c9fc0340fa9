package org.macroedge.server.bias.view;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.NoLabel;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// Where a bias stood at an end of a change. Score and z are null without history, which counts as a Z of 0.
public record BiasLevel(
        @Nullable Double score,
        @Codes(Label.class) @Nullable String label,
        @Nullable Double z,
        @Codes(NoLabel.class) @Nullable String reason) {}
