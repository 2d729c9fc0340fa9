package org.macroedge.server.calendar.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// The releases without a figure of one region, as [CompletenessSummary] counts them.
public record RegionCompleteness(
        @Codes(Region.class) String region,
        int due,
        int late,
        int missing,
        int cancelled,
        int outstanding,
        @Nullable Instant since) {}
