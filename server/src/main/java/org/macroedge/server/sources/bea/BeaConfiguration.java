package org.macroedge.server.sources.bea;

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

/// The connector as a bean, and its jobs. The bureau publishes at 08:30.
@Configuration(proxyBeanMethods = false)
public class BeaConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("America/New_York"),
            List.of(LocalTime.of(8, 24), LocalTime.of(8, 32), LocalTime.of(8, 46), LocalTime.of(10, 0)));

    @Bean
    BeaConnector beaConnector() {
        return new BeaConnector();
    }

    @Bean
    Job beaIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, BeaConnector.ID, HOURS);
    }

    @Bean
    Job beaWatch(ReleaseWatch watch) {
        return watch.job(BeaConnector.ID);
    }
}
