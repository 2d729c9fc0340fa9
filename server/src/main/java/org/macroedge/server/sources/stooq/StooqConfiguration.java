package org.macroedge.server.sources.stooq;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its job: after the days of Asia, Europe and New York.
@Configuration(proxyBeanMethods = false)
public class StooqConfiguration {

    private static final JobSchedule HOURS =
            new JobSchedule(ZoneOffset.UTC, List.of(LocalTime.of(1, 40), LocalTime.of(18, 40), LocalTime.of(23, 40)));

    @Bean
    StooqConnector stooqConnector() {
        return new StooqConnector();
    }

    @Bean
    Job stooqIngestion(Ingestion ingestion) {
        return IngestionJob.ofPrices(ingestion, StooqConnector.ID, HOURS);
    }
}
