package org.macroedge.server.indices;

import java.time.Clock;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.surprises.DerivedFrom;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/// Surprise indices as answers and as stored rows.
@Configuration(proxyBeanMethods = false)
@Import(IndexController.class)
public class IndicesConfiguration {

    @Bean
    LatestIndices latestIndices(LatestSurprises surprises, Clock clock) {
        return new LatestIndices(surprises, clock);
    }

    /// The last consumer: the announcement of a bias does not wait for it.
    @Bean
    @Order(3)
    StoredIndices storedIndices(
            CatalogueInForce catalogue,
            LatestIndices indices,
            Database database,
            DerivedFrom derivedFrom,
            EventLog log) {
        return new StoredIndices(catalogue, indices, database, derivedFrom, log);
    }
}
