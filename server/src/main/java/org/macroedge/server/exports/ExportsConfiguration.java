package org.macroedge.server.exports;

import java.time.Clock;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.exports.scheduled.ScheduledExportsConfiguration;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.prices.LatestPrices;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Exports, for the command line and for REST alike.
@Configuration(proxyBeanMethods = false)
@Import({
    ColumnsDescription.class,
    ExportsController.class,
    ExportAnswers.class,
    ExportWork.class,
    ScheduledExportsConfiguration.class
})
public class ExportsConfiguration {

    @Bean
    Exports exports(
            LatestSurprises surprises, LatestBias bias, LatestIndices indices, LatestPrices prices, Clock clock) {
        return new Exports(surprises, bias, indices, prices, clock);
    }
}
