package org.macroedge.server.prices;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.database.BulkCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gives the answers about prices from what was stored at a record time.
public final class LatestPrices {

    private final PriceStore store;
    private final CatalogueInForce catalogue;
    private final Clock clock;

    LatestPrices(JdbcClient jdbc, BulkCopy copy, CatalogueInForce catalogue, Clock clock) {
        this.store = new PriceStore(jdbc, copy);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// The answers from what was stored at a record time; null for everything stored.
    public PriceAnswers at(@Nullable Instant recordedAt) {
        return new PriceAnswers(
                store, catalogue.at(recordedAt), recordedAt == null ? PriceStore.always() : recordedAt, clock);
    }
}
