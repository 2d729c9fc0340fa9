package org.macroedge.server.sources.treasury;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector as a bean, and its job: in the evening of New York, when the yields of the day are published.
@Configuration(proxyBeanMethods = false)
public class TreasuryConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("America/New_York"), List.of(LocalTime.of(16, 35), LocalTime.of(18, 35), LocalTime.of(21, 5)));

    @Bean
    TreasuryConnector treasuryConnector() {
        return new TreasuryConnector();
    }

    @Bean
    Job treasuryIngestion(Ingestion ingestion) {
        return IngestionJob.ofPrices(ingestion, TreasuryConnector.ID, HOURS);
    }
}
