package org.macroedge.server.indices;

import java.time.Clock;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Surprise indices as answers.
@Configuration(proxyBeanMethods = false)
@Import(IndexController.class)
public class IndicesConfiguration {

    @Bean
    LatestIndices latestIndices(LatestSurprises surprises, Clock clock) {
        return new LatestIndices(surprises, clock);
    }
}
