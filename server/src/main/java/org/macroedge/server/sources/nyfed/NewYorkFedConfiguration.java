package org.macroedge.server.sources.nyfed;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its job. The range of a day comes with the rate of that day, at 09:00 on the
/// next one, so that no release is watched.
@Configuration(proxyBeanMethods = false)
public class NewYorkFedConfiguration {

    private static final JobSchedule HOURS =
            new JobSchedule(ZoneId.of("America/New_York"), List.of(LocalTime.of(9, 5), LocalTime.of(10, 5)));

    @Bean
    NewYorkFedConnector newYorkFedConnector() {
        return new NewYorkFedConnector();
    }

    @Bean
    Job newYorkFedIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, NewYorkFedConnector.ID, HOURS);
    }
}
