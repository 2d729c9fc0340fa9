package org.macroedge.server.sources;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.Source;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.sources.Connectors.SourceNote;
import org.macroedge.server.sources.SourceStore.Asked;
import org.macroedge.server.sources.SourceStore.StoredState;
import org.macroedge.server.sources.fetch.GateState;
import org.macroedge.server.sources.view.SourceItem;
import org.macroedge.server.sources.view.SourceList;

/// How the sources stand.
public final class SourceViews {

    private final Connectors connectors;
    private final AskedSources asked;
    private final SourceStore store;
    private final ReleaseWatch watch;
    private final CatalogueInForce catalogue;
    private final Clock clock;

    SourceViews(
            Connectors connectors,
            AskedSources asked,
            SourceStore store,
            ReleaseWatch watch,
            CatalogueInForce catalogue,
            Clock clock) {
        this.connectors = connectors;
        this.asked = asked;
        this.store = store;
        this.watch = watch;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public SourceList list() {
        Map<String, Asked> all = asked.all();
        Map<String, StoredState> states = store.states();
        return new SourceList(connectors.all().stream()
                .map(SourceConnector::contract)
                .map(contract -> item(
                        contract,
                        Objects.requireNonNull(all.get(contract.id())),
                        states.getOrDefault(contract.id(), StoredState.NONE)))
                .toList());
    }

    private SourceItem item(SourceContract contract, Asked known, StoredState stored) {
        Optional<String> rests = rests(stored).map(SourceNote::text);
        Optional<String> off = Optional.ofNullable(known.offNote());
        Source.Terms terms = terms(contract.id());
        Variable key = contract.key();
        return new SourceItem(
                contract.id(),
                name(contract.id()),
                contract.kind(),
                off.isPresent() ? "off" : rests.isPresent() ? "resting" : "on",
                off.or(() -> rests).orElse(null),
                connectors.access(contract).address().toString(),
                terms.address().map(URI::toString).orElse(null),
                terms.attribution(),
                terms.storable(),
                key == null ? null : key.key(),
                contract.keyRequired(),
                known.keySet(),
                contract.limit(),
                contract.triedLive(),
                stored.understoodAt(),
                lag(stored.understoodAt()),
                watch.next(contract.id()),
                stored.gate().fault(),
                stored.faultText(),
                stored.faultedAt());
    }

    private Optional<SourceNote> rests(StoredState stored) {
        Instant now = clock.instant();
        GateState gate = stored.at(now).gate();
        Instant until = gate.until();
        return until != null && gate.rests(now)
                ? Optional.of(SourceNote.rests(until, String.valueOf(gate.fault())))
                : Optional.empty();
    }

    private @Nullable Long lag(@Nullable Instant understoodAt) {
        return understoodAt == null
                ? null
                : Math.max(0, Duration.between(understoodAt, clock.instant()).toSeconds());
    }

    private String name(String id) {
        return source(id).map(Source::name).orElse(id);
    }

    /// A source that the user's catalogue does not list has no known terms, so nothing of it is kept.
    private Source.Terms terms(String id) {
        return source(id)
                .map(Source::terms)
                .orElseGet(() -> new Source.Terms(null, "not listed in sources.yaml of the catalogue", false));
    }

    private Optional<Source> source(String id) {
        return catalogue.current().sources().stream()
                .filter(known -> known.id().equals(id))
                .findFirst();
    }
}
