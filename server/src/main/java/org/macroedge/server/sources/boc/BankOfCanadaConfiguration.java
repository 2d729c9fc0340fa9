package org.macroedge.server.sources.boc;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its job. The rate of a day shows on the next one, so that no release is watched.
@Configuration(proxyBeanMethods = false)
public class BankOfCanadaConfiguration {

    private static final JobSchedule HOURS =
            new JobSchedule(ZoneId.of("America/Toronto"), List.of(LocalTime.of(9, 55), LocalTime.of(16, 45)));

    @Bean
    BankOfCanadaConnector bankOfCanadaConnector() {
        return new BankOfCanadaConnector();
    }

    @Bean
    Job bankOfCanadaIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, BankOfCanadaConnector.ID, HOURS);
    }
}
