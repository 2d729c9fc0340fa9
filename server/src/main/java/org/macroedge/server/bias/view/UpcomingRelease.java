package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// A release that is to come.
///
/// @param releaseId null where no source has announced it
/// @param scheduled whether a source announced it; else the catalogue's cadence makes it expected, about
/// that day
/// @param unit of its figures
/// @param step the smallest difference that the publisher reports
public record UpcomingRelease(
        @Nullable String releaseId,
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        Instant releasedAt,
        boolean scheduled,
        String unit,
        BigDecimal step) {}
