package org.macroedge.server.regime;

import java.time.Clock;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Regimes as answers.
@Configuration(proxyBeanMethods = false)
@Import(RegimeController.class)
public class RegimeConfiguration {

    @Bean
    LatestRegimes latestRegimes(LatestSurprises surprises, Clock clock) {
        return new LatestRegimes(surprises, clock);
    }
}
