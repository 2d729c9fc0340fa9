package org.macroedge.server.sources.imf;

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

/// The connector as a bean, and its job. The fund has a figure weeks after its country, so that no release is watched.
@Configuration(proxyBeanMethods = false)
public class ImfConfiguration {

    private static final JobSchedule HOURS =
            new JobSchedule(ZoneId.of("America/New_York"), List.of(LocalTime.of(2, 20)));

    @Bean
    SdmxConnector imfConnector() {
        return ImfConnector.of();
    }

    @Bean
    Job imfIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, ImfConnector.ID, HOURS);
    }
}
