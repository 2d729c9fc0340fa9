package org.macroedge.server.sources.bundesbank;

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

/// The connector as a bean, and its jobs. Germany publishes orders and production at 8:00; the bank has them later that
/// day.
@Configuration(proxyBeanMethods = false)
public class BundesbankConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("Europe/Berlin"), List.of(LocalTime.of(8, 30), LocalTime.of(10, 30), LocalTime.of(14, 30)));

    @Bean
    SdmxConnector bundesbankConnector() {
        return BundesbankConnector.of();
    }

    @Bean
    Job bundesbankIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, BundesbankConnector.ID, HOURS);
    }
}
