package org.macroedge.server.sources.ons;

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

/// The connector as a bean, and its job. The office publishes at 07:00, and a little at 09:30.
@Configuration(proxyBeanMethods = false)
public class OnsConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("Europe/London"),
            List.of(
                    LocalTime.of(6, 54),
                    LocalTime.of(7, 1),
                    LocalTime.of(7, 6),
                    LocalTime.of(7, 16),
                    LocalTime.of(8, 0),
                    LocalTime.of(9, 31)));

    @Bean
    OnsConnector onsConnector() {
        return new OnsConnector();
    }

    @Bean
    Job onsIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, OnsConnector.ID, HOURS);
    }

    @Bean
    Job onsWatch(ReleaseWatch watch) {
        return watch.job(OnsConnector.ID);
    }
}
