package org.macroedge.server.surprises.view;

import java.time.Instant;
import java.util.List;

/// An indicator's releases with their surprises, oldest first.
public record IndicatorReleases(
        Instant asOf,
        boolean stale,
        boolean sampleOnly,
        String indicator,
        String name,
        String unit,
        List<ReleaseItem> items) {}
