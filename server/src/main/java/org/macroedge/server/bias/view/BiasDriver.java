package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// One of the three largest contributions.
public record BiasDriver(
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        String releaseId,
        Instant releasedAt,
        BigDecimal actual,
        @Nullable BigDecimal forecast,
        double z,
        double contribution) {}
