package org.macroedge.server.sources.fred;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.sources.Ingestion;
import org.macroedge.server.sources.IngestionJob;
import org.macroedge.server.sources.ReleaseWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connectors as beans, and their jobs. Most US figures come at 08:30 or 10:00, and reach FRED minutes later.
@Configuration(proxyBeanMethods = false)
public class FredConfiguration {

    private static final JobSchedule HOURS = new JobSchedule(
            ZoneId.of("America/New_York"),
            List.of(
                    LocalTime.of(8, 35),
                    LocalTime.of(8, 50),
                    LocalTime.of(9, 25),
                    LocalTime.of(10, 15),
                    LocalTime.of(11, 0),
                    LocalTime.of(15, 30)));

    @Bean
    FredConnector fredConnector() {
        return new FredConnector();
    }

    @Bean
    FredDatesConnector fredDatesConnector(CatalogueInForce catalogue) {
        return new FredDatesConnector(() -> catalogue.current().series(FredConnector.ID));
    }

    @Bean
    Job fredIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion, FredConnector.ID, HOURS);
    }

    @Bean
    Job fredWatch(ReleaseWatch watch) {
        return watch.job(FredConnector.ID);
    }
}
