package org.macroedge.server.bias;

import java.util.List;
import java.util.Set;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.indices.StoredIndices;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.surprises.ChangedIndicators;
import org.macroedge.server.surprises.DerivedFrom;
import org.macroedge.server.surprises.StoredSurprises;

/// One of several processes, which leaves all biases but those of the last run to shares of some 300, and can be
/// told to do one thing at a time.
final class SharingProcess {

    private final StoredBias bias;
    private final Step consumer;
    private final EventDelivery delivery;

    SharingProcess(TestStore store, Database database) {
        this(store, database, new BiasShares.Sizes(300, 0));
    }

    SharingProcess(TestStore store, Database database, BiasShares.Sizes sizes) {
        DerivedFrom derivedFrom = store.get(DerivedFrom.class);
        this.bias = new StoredBias(
                store.get(CatalogueInForce.class),
                store.bias(),
                database,
                derivedFrom,
                store.get(ChangedIndicators.class),
                store.get(BiasEvents.class),
                new BiasShares(database, store.bias(), derivedFrom, () -> true, sizes));
        this.consumer = new Step();
        this.delivery = new EventDelivery(
                database.jdbc(),
                database.transactions(),
                List.of(store.get(StoredSurprises.class), consumer, store.get(StoredIndices.class)));
    }

    /// Processes every event and does every share, or waits for those that do.
    void drain() {
        run(Integer.MAX_VALUE, () -> {});
    }

    /// Processes every event, and leaves the shares.
    void leave() {
        run(0, () -> {});
    }

    /// Processes every event, and does some shares.
    ///
    /// @return how many it did
    int share(int most) {
        return run(most, () -> {});
    }

    /// Does some shares, and something else before each is committed.
    int share(int most, Runnable more) {
        return run(most, more);
    }

    private int run(int most, Runnable more) {
        consumer.left = most;
        consumer.more = more;
        delivery.drain();
        return most - consumer.left;
    }

    private final class Step implements EventConsumer {

        private int left;
        private Runnable more = () -> {};

        @Override
        public String name() {
            return bias.name();
        }

        @Override
        public Set<String> types() {
            return bias.types();
        }

        @Override
        public boolean isActive() {
            return bias.isActive();
        }

        @Override
        public boolean isExclusive() {
            return bias.isExclusive();
        }

        @Override
        public boolean isStale() {
            return bias.isStale();
        }

        @Override
        public void rebuild() {
            bias.rebuild();
        }

        @Override
        public void accept(List<Event> events) {
            bias.accept(events);
        }

        @Override
        public boolean hasShares() {
            return left > 0 && bias.hasShares();
        }

        @Override
        public boolean share() {
            if (!bias.share()) {
                return false;
            }
            left--;
            more.run();
            return true;
        }
    }
}
