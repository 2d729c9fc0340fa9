package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// One instrument's bias.
public record BiasAnswer(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        @JsonUnwrapped BiasItem item) implements BiasRun {}
