package org.macroedge.server.sources.boe;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its job. The rate of a day is in the database on a later one, so that no release
/// is watched.
@Configuration(proxyBeanMethods = false)
public class BankOfEnglandConfiguration {

    private static final JobSchedule HOURS =
            new JobSchedule(ZoneId.of("Europe/London"), List.of(LocalTime.of(9, 35), LocalTime.of(12, 35)));

    @Bean
    BankOfEnglandConnector bankOfEnglandConnector() {
        return new BankOfEnglandConnector();
    }

    @Bean
    Job bankOfEnglandIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, BankOfEnglandConnector.ID, HOURS);
    }
}
