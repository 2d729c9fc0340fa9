package org.macroedge.server.sources.yahoo;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its job: an hour or more after the closes of Asia, Europe, New York, and of
/// currencies in London.
@Configuration(proxyBeanMethods = false)
public class YahooConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneOffset.UTC,
            List.of(LocalTime.of(1, 20), LocalTime.of(9, 40), LocalTime.of(18, 10), LocalTime.of(23, 20)));

    @Bean
    YahooConnector yahooConnector() {
        return new YahooConnector();
    }

    @Bean
    Job yahooIngestion(Ingestion ingestion) {
        return IngestionJob.ofPrices(ingestion, YahooConnector.ID, HOURS);
    }
}
