package org.macroedge.server.sources.eurostat;

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

/// The connector as a bean, and its job. The office publishes at 11:00, when its database changes too.
@Configuration(proxyBeanMethods = false)
public class EurostatConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("Europe/Luxembourg"),
            List.of(
                    LocalTime.of(10, 54),
                    LocalTime.of(11, 1),
                    LocalTime.of(11, 6),
                    LocalTime.of(11, 16),
                    LocalTime.of(12, 0)));

    @Bean
    EurostatConnector eurostatConnector() {
        return new EurostatConnector();
    }

    @Bean
    Job eurostatIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, EurostatConnector.ID, HOURS);
    }

    @Bean
    Job eurostatWatch(ReleaseWatch watch) {
        return watch.job(EurostatConnector.ID);
    }
}
