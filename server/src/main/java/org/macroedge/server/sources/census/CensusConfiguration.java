package org.macroedge.server.sources.census;

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

/// The connectors as beans, and their jobs. The bureau publishes at 08:30, and sales of new homes at 10:00.
@Configuration(proxyBeanMethods = false)
public class CensusConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("America/New_York"),
            List.of(
                    LocalTime.of(8, 24),
                    LocalTime.of(8, 32),
                    LocalTime.of(8, 46),
                    LocalTime.of(9, 54),
                    LocalTime.of(10, 2),
                    LocalTime.of(11, 0)));

    @Bean
    CensusConnector censusConnector() {
        return new CensusConnector();
    }

    @Bean
    Job censusIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, CensusConnector.ID, HOURS);
    }

    @Bean
    Job censusWatch(ReleaseWatch watch) {
        return watch.job(CensusConnector.ID);
    }

    @Bean
    CensusFilesConnector censusFilesConnector() {
        return new CensusFilesConnector();
    }

    @Bean
    Job censusFilesIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, CensusFilesConnector.ID, HOURS);
    }

    @Bean
    Job censusFilesWatch(ReleaseWatch watch) {
        return watch.job(CensusFilesConnector.ID);
    }
}
