package org.macroedge.server.sources.bis;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.macroedge.server.sources.sdmx.SdmxConnector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its job. The bank updates policy rates once a week, so that no release is watched.
@Configuration(proxyBeanMethods = false)
public class BisConfiguration {

    private static final JobSchedule HOURS =
            new JobSchedule(ZoneId.of("Europe/Zurich"), List.of(LocalTime.of(7, 30), LocalTime.of(17, 30)));

    @Bean
    SdmxConnector bisConnector() {
        return BisConnector.of();
    }

    @Bean
    Job bisIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, BisConnector.ID, HOURS);
    }
}
