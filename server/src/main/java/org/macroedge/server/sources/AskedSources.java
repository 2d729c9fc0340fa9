package org.macroedge.server.sources;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macroedge.server.sources.Connectors.SourceNote;
import org.macroedge.server.sources.SourceStore.Asked;

/// Which sources are asked. It follows from the settings of the servers that ask them, which note it in the store;
/// every other process reads it there.
final class AskedSources {

    /// How often a server that asks sources notes it.
    static final Duration NOTES_EVERY = Duration.ofMinutes(5);
    /// A note counts as that of a server which runs, while so many may be missing.
    private static final int MISSED_NOTES = 3;

    private final Connectors connectors;
    private final SourceStore store;
    private final boolean asks;
    private final Clock clock;

    /// @param asks whether this process is one that asks sources
    AskedSources(Connectors connectors, SourceStore store, boolean asks, Clock clock) {
        this.connectors = connectors;
        this.store = store;
        this.asks = asks;
        this.clock = clock;
    }

    /// Notes for other processes what this one asks.
    void note() {
        store.noteAsked(own(), clock.instant());
    }

    /// Notes those of some sources that this process asks, and of which no server noted anything lately: where another
    /// clock runs the ingestion, no server of role `ingestion` does.
    void noteOn(List<SourceConnector> chosen) {
        Map<String, Asked> on = own();
        on.keySet()
                .retainAll(chosen.stream()
                        .map(connector -> connector.contract().id())
                        .toList());
        on.keySet().removeAll(store.notedSince(clock.instant().minus(NOTES_EVERY.multipliedBy(MISSED_NOTES))));
        on.values().removeIf(source -> source.offNote() != null);
        if (!on.isEmpty()) {
            store.noteAsked(on, clock.instant());
        }
    }

    /// By the id of the source.
    Map<String, Asked> all() {
        if (asks) {
            return own();
        }
        Map<String, Asked> noted = store.asked();
        Map<String, Asked> all = new LinkedHashMap<>();
        for (SourceConnector connector : connectors.all()) {
            String id = connector.contract().id();
            all.put(id, noted.getOrDefault(id, unknown()));
        }
        return all;
    }

    private static Asked unknown() {
        return new Asked(SourceMessage.NOBODY_ASKS.advice(), false);
    }

    private Map<String, Asked> own() {
        Map<String, Asked> own = new LinkedHashMap<>();
        for (SourceConnector connector : connectors.all()) {
            SourceContract contract = connector.contract();
            Optional<SourceNote> off = connectors.off(contract);
            own.put(contract.id(), new Asked(off.map(SourceNote::text).orElse(null), connectors.hasKey(contract)));
        }
        return own;
    }
}
