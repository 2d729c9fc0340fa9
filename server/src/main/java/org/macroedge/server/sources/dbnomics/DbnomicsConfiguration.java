package org.macroedge.server.sources.dbnomics;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its job. The mirror follows others, so that no release is watched.
@Configuration(proxyBeanMethods = false)
public class DbnomicsConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(ZoneId.of("Europe/Paris"), List.of(LocalTime.of(7, 10)));

    @Bean
    DbnomicsConnector dbnomicsConnector() {
        return DbnomicsConnector.of();
    }

    @Bean
    Job dbnomicsIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, DbnomicsConnector.ID, HOURS);
    }
}
