package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;
import org.macroedge.server.platform.web.RunAnswer;

/// Every instrument's bias at one instant.
public record BiasSummary(
        Instant asOf, String runId, String weightSet, boolean stale, boolean sampleOnly, List<BiasItem> items)
        implements RunAnswer {}
