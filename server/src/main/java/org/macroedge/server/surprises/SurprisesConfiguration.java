package org.macroedge.server.surprises;

import java.time.Clock;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.releases.ReleaseReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Surprises as answers and as stored rows.
@Configuration(proxyBeanMethods = false)
@Import(IndicatorController.class)
public class SurprisesConfiguration {

    @Bean
    LatestSurprises latestSurprises(ReleaseReader facts) {
        return new LatestSurprises(facts);
    }

    @Bean
    LatestIndicators latestIndicators(LatestSurprises surprises, Clock clock) {
        return new LatestIndicators(surprises, clock);
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
            DerivedFrom derivedFrom,
            ChangedIndicators changes) {
        return new StoredSurprises(catalogue, surprises, database, derivedFrom, changes);
    }
}
