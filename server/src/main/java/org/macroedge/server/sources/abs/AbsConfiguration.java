package org.macroedge.server.sources.abs;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.macroedge.server.sources.ReleaseWatch;
import org.macroedge.server.sources.sdmx.SdmxConnector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its jobs. The bureau publishes at 11:30.
@Configuration(proxyBeanMethods = false)
public class AbsConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("Australia/Sydney"),
            List.of(
                    LocalTime.of(11, 24),
                    LocalTime.of(11, 31),
                    LocalTime.of(11, 36),
                    LocalTime.of(11, 46),
                    LocalTime.of(12, 30)));

    @Bean
    SdmxConnector absConnector() {
        return AbsConnector.of();
    }

    @Bean
    Job absIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, AbsConnector.ID, HOURS);
    }

    @Bean
    Job absWatch(ReleaseWatch watch) {
        return watch.job(AbsConnector.ID);
    }
}
