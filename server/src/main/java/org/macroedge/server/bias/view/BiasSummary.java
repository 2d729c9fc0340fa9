package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// Every instrument's bias at one instant.
public record BiasSummary(@JsonUnwrapped RunHeader run, List<BiasItem> items) implements BiasRun {}
