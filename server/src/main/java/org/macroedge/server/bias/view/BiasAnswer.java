package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// One instrument's bias.
public record BiasAnswer(
        @JsonUnwrapped RunHeader run, @JsonUnwrapped BiasItem item) implements BiasRun {}
