package org.macroedge.server.sources.statcan;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.macroedge.server.sources.ReleaseWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its job. The agency publishes at 08:30.
@Configuration(proxyBeanMethods = false)
public class StatCanConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("America/Toronto"),
            List.of(
                    LocalTime.of(8, 24),
                    LocalTime.of(8, 31),
                    LocalTime.of(8, 36),
                    LocalTime.of(8, 46),
                    LocalTime.of(9, 30)));

    @Bean
    StatCanConnector statCanConnector() {
        return new StatCanConnector();
    }

    @Bean
    Job statCanIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, StatCanConnector.ID, HOURS);
    }

    @Bean
    Job statCanWatch(ReleaseWatch watch) {
        return watch.job(StatCanConnector.ID);
    }
}
