package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/// The bias at one instant of a history.
public record BiasHistoryPoint(
        Instant asOf, String runId, @JsonUnwrapped BiasReading reading) {}
