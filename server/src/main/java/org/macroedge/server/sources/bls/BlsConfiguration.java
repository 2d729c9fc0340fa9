package org.macroedge.server.sources.bls;

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

/// The connector as a bean, and its job. The bureau publishes at 08:30, and job openings at 10:00; the look before
/// 08:30 lacks what comes then.
@Configuration(proxyBeanMethods = false)
public class BlsConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("America/New_York"),
            List.of(
                    LocalTime.of(8, 24),
                    LocalTime.of(8, 31),
                    LocalTime.of(8, 36),
                    LocalTime.of(8, 46),
                    LocalTime.of(9, 30),
                    LocalTime.of(10, 1),
                    LocalTime.of(10, 11)));

    @Bean
    BlsConnector blsConnector() {
        return new BlsConnector();
    }

    @Bean
    Job blsIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, BlsConnector.ID, HOURS);
    }

    @Bean
    Job blsWatch(ReleaseWatch watch) {
        return watch.job(BlsConnector.ID);
    }
}
