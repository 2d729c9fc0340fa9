package org.macroedge.server.bias;

import java.time.Clock;
import java.util.Set;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.DeliveringServers;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.PublishedType;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.surprises.ChangedIndicators;
import org.macroedge.server.surprises.DerivedFrom;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/// The bias as answers and as stored rows.
@Configuration(proxyBeanMethods = false)
@Import(BiasController.class)
public class BiasConfiguration {

    @Bean
    LatestBias latestBias(LatestSurprises surprises, Clock clock) {
        return new LatestBias(surprises, clock);
    }

    @Bean
    BiasEvents biasEvents(EventLog events, RecordTimes recordTimes) {
        return new BiasEvents(events, recordTimes);
    }

    @Bean
    BiasShares biasShares(
            Database database, LatestBias bias, DerivedFrom derivedFrom, DeliveringServers deliveringServers) {
        return new BiasShares(database, bias, derivedFrom, deliveringServers::hasOthers);
    }

    /// After the surprises, in the order in which rows depend on each other.
    @Bean
    @Order(2)
    StoredBias storedBias(
            CatalogueInForce catalogue,
            LatestBias bias,
            Database database,
            DerivedFrom derivedFrom,
            ChangedIndicators changes,
            BiasEvents biasEvents,
            BiasShares shares) {
        return new StoredBias(catalogue, bias, database, derivedFrom, changes, biasEvents, shares);
    }

    @Bean
    @ServerOnly
    BiasMeters biasMeters(Database database, Clock clock) {
        return new BiasMeters(new RunTables(database), new DueBiases(database.jdbc()), clock);
    }

    @Bean
    @InRole(ServerRole.BIAS_ENGINE)
    PublishedType publishedBiases() {
        return new PublishedType(BiasComputed.TYPE, 1, BiasComputed::of);
    }

    @Bean
    Job biasEngine(StoredBias bias, ObjectProvider<EventDelivery> delivery) {
        return new Job(
                "bias_engine",
                "Brings the stored runs and biases up to the facts.",
                null,
                Set.of("rolling_stats"),
                ServerRole.BIAS_ENGINE,
                () -> {
                    delivery.getObject().drain(bias.name());
                    return "runs and biases are up to date";
                });
    }
}
