package org.macroedge.server.regime;

import java.time.Clock;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.PublishedType;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.database.DatabaseClock;
import org.macroedge.server.surprises.DerivedFrom;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Regimes as answers, and what is told of their changes.
@Configuration(proxyBeanMethods = false)
@Import(RegimeController.class)
public class RegimeConfiguration {

    @Bean
    LatestRegimes latestRegimes(LatestSurprises surprises, Clock clock) {
        return new LatestRegimes(surprises, clock);
    }

    /// The last consumer: what it tells is stored and shown by others without it.
    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    @Order(5)
    RegimeChanges regimeChanges(
            CatalogueInForce catalogue,
            LatestRegimes regimes,
            JdbcClient jdbc,
            DerivedFrom derivedFrom,
            EventLog events,
            RecordTimes recordTimes,
            Clock clock) {
        RegimeStates states = new RegimeStates(jdbc);
        Clock shared = DatabaseClock.of(jdbc, clock);
        return new RegimeChanges(catalogue, regimes, states, derivedFrom, events, recordTimes, shared);
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    PublishedType publishedRegimes() {
        return PublishedType.of(RegimeChanged.TYPE, 1, RegimeChanged.class);
    }

    @Bean
    @ServerOnly
    StreamedRegimes streamedRegimes() {
        return new StreamedRegimes();
    }
}
