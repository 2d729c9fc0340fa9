package org.macroedge.server.sources.ecb;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connector for reference rates as a bean, and its job. The bank publishes them at about 16:00.
@Configuration(proxyBeanMethods = false)
public class EcbRatesConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("Europe/Berlin"), List.of(LocalTime.of(16, 6), LocalTime.of(16, 36), LocalTime.of(18, 6)));

    @Bean
    EcbRatesConnector ecbRatesConnector() {
        return new EcbRatesConnector();
    }

    @Bean
    Job ecbRatesIngestion(Ingestion ingestion) {
        return IngestionJob.ofPrices(ingestion, EcbRatesConnector.ID, HOURS);
    }
}
