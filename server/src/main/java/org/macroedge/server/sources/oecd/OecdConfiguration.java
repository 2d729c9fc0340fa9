package org.macroedge.server.sources.oecd;

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

/// The connector as a bean, and its job. The organisation has a figure weeks after its country, so that no release is
/// watched.
@Configuration(proxyBeanMethods = false)
public class OecdConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(ZoneId.of("Europe/Paris"), List.of(LocalTime.of(6, 40)));

    @Bean
    SdmxConnector oecdConnector() {
        return OecdConnector.of();
    }

    @Bean
    Job oecdIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, OecdConnector.ID, HOURS);
    }
}
