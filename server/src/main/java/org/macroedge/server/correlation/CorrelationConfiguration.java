package org.macroedge.server.correlation;

import java.time.Clock;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.prices.LatestPrices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Correlations as answers.
@Configuration(proxyBeanMethods = false)
@Import(CorrelationController.class)
public class CorrelationConfiguration {

    @Bean
    LatestCorrelations latestCorrelations(LatestBias bias, LatestIndices indices, LatestPrices prices, Clock clock) {
        return new LatestCorrelations(bias, indices, prices, clock);
    }
}
