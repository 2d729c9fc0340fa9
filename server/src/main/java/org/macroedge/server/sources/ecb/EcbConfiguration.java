package org.macroedge.server.sources.ecb;

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

/// The connectors as beans, and their jobs. The bank publishes at 10:00.
@Configuration(proxyBeanMethods = false)
public class EcbConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("Europe/Berlin"),
            List.of(
                    LocalTime.of(9, 54),
                    LocalTime.of(10, 1),
                    LocalTime.of(10, 6),
                    LocalTime.of(10, 16),
                    LocalTime.of(11, 0)));

    /// The past changes once a day at most.
    private static final JobSchedule HISTORY =
            new JobSchedule(ZoneId.of("Europe/Berlin"), List.of(LocalTime.of(11, 40)));

    @Bean
    SdmxConnector ecbConnector() {
        return EcbConnector.of();
    }

    @Bean
    EcbHistoryConnector ecbHistoryConnector() {
        return new EcbHistoryConnector();
    }

    @Bean
    Job ecbHistoryIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, EcbHistoryConnector.ID, HISTORY);
    }

    @Bean
    Job ecbIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, EcbConnector.ID, HOURS);
    }

    @Bean
    Job ecbWatch(ReleaseWatch watch) {
        return watch.job(EcbConnector.ID);
    }
}
