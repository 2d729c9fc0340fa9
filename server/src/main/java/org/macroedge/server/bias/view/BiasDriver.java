package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One of the three largest contributions.
public record BiasDriver(
        String indicator,
        String name,
        String shortName,
        String region,
        String releaseId,
        Instant releasedAt,
        BigDecimal actual,
        @Nullable BigDecimal forecast,
        double z,
        double contribution) {}
