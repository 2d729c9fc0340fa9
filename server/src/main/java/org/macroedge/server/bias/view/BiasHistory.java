package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;
import org.macroedge.server.platform.web.RunAnswer;

/// One instrument's bias at each daily close or release instant of a span.
public record BiasHistory(
        Instant asOf,
        String runId,
        String weightSet,
        boolean stale,
        boolean sampleOnly,
        String instrument,
        String name,
        Instant from,
        Instant to,
        String at,
        List<BiasHistoryPoint> points)
        implements RunAnswer {}
