package org.macroedge.server.surprises;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.releases.ReleaseReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Surprises as answers and as stored rows.
@Configuration(proxyBeanMethods = false)
@Import({ConsensusController.class, IndicatorController.class, SuspectsController.class})
public class SurprisesConfiguration {

    /// After the daily close at 22:00.
    private static final LocalTime NIGHTLY = LocalTime.of(22, 5);

    @Bean
    LatestSurprises latestSurprises(ReleaseReader facts, ChangedIndicators changes) {
        return new LatestSurprises(facts, changes);
    }

    @Bean
    LatestIndicators latestIndicators(LatestSurprises surprises, Clock clock) {
        return new LatestIndicators(surprises, clock);
    }

    @Bean
    Suspects suspects(LatestSurprises surprises, Clock clock) {
        return new Suspects(surprises, clock);
    }

    @Bean
    DailySurprises dailySurprises(Database database) {
        return new DailySurprises(database);
    }

    @Bean
    DerivedFrom derivedFrom(JdbcClient jdbc) {
        return new DerivedFrom(jdbc);
    }

    @Bean
    ChangedIndicators changedIndicators(EventLog events) {
        return new ChangedIndicators(events);
    }

    /// The first consumer: a bias is announced when its surprises are stored.
    @Bean
    @Order(1)
    StoredSurprises storedSurprises(
            CatalogueInForce catalogue,
            LatestSurprises surprises,
            Database database,
            DailySurprises daily,
            DerivedFrom derivedFrom,
            ChangedIndicators changes) {
        return new StoredSurprises(catalogue, surprises, database, daily, derivedFrom, changes);
    }

    @Bean
    Job rollingStats(StoredSurprises surprises, ObjectProvider<EventDelivery> delivery) {
        return new Job(
                "rolling_stats",
                "Brings the stored surprises and rolling statistics up to the facts.",
                new JobSchedule(ZoneOffset.UTC, List.of(NIGHTLY)),
                Set.of("daily_macro_ingestion", "release_watch"),
                ServerRole.BIAS_ENGINE,
                () -> {
                    delivery.getObject().drain(surprises.name());
                    return "surprises and rolling statistics are up to date";
                });
    }
}
