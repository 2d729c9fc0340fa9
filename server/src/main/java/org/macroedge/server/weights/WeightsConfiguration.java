package org.macroedge.server.weights;

import java.time.Clock;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The beans that store versions of weight sets.
@Configuration(proxyBeanMethods = false)
@Import(WeightsController.class)
public class WeightsConfiguration {

    @Bean
    WeightSetVersions weightSetVersions(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            RecordTimes recordTimes,
            EventLog events,
            CatalogueInForce catalogue) {
        return new WeightSetVersions(
                jdbc, transactions, recordTimes, events, catalogue, System.getProperty("user.name"));
    }

    @Bean
    WeightSetPreviews weightSetPreviews(WeightSetVersions versions, LatestBias latest, Clock clock) {
        return new WeightSetPreviews(versions, latest, clock);
    }

    @Bean
    StreamedWeights streamedWeights() {
        return new StreamedWeights();
    }
}
