package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One indicator's part of the bias: contribution = weight · z · decay.
public record BiasContribution(
        String indicator,
        String name,
        String region,
        String category,
        String releaseId,
        Instant releasedAt,
        BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Nullable String forecastKind,
        @Nullable BigDecimal surprise,
        @Nullable Double sigma,
        int sigmaObservations,
        @Nullable Double zRaw,
        double z,
        double ageDays,
        double decay,
        double weight,
        double contribution,
        List<String> marks) {}
