package org.macroedge.server.bias;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.releases.MacroDataUpdated;
import org.macroedge.server.surprises.DerivedFrom;

/// Keeps tables `run` and `bias_value` (view `bias`) at the facts of the latest record time, for every weight set of
/// the catalogue.
///
/// An update replaces what a change can have changed: every run from its earliest market time on, and the bias of the
/// instruments for which a changed indicator has a weight. The bias of the others is written only at instants that are
/// new and dropped only at instants that are gone.
public final class StoredBias implements EventConsumer {

    private static final String NAME = "bias-history";

    private final CatalogueInForce catalogue;
    private final LatestBias latest;
    private final Database database;
    private final RunTables tables;
    private final DerivedFrom derivedFrom;
    private final EventLog events;
    private final RecordTimes recordTimes;

    public StoredBias(
            CatalogueInForce catalogue,
            LatestBias latest,
            Database database,
            EventLog events,
            RecordTimes recordTimes) {
        this.catalogue = catalogue;
        this.latest = latest;
        this.database = database;
        this.tables = new RunTables(database);
        this.derivedFrom = new DerivedFrom(database.jdbc());
        this.events = events;
        this.recordTimes = recordTimes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> types() {
        return Set.of(MacroDataUpdated.TYPE);
    }

    @Override
    public boolean isStale() {
        return catalogue.current().weightSetIds().stream().anyMatch(this::isStale)
                || tables.holdsOthersThan(catalogue.current().weightSetIds());
    }

    private boolean isStale(String weightSet) {
        return !derivedFrom.isCurrent(name(weightSet), inputs(weightSet));
    }

    /// Under which it is kept what the rows of a weight set were computed with.
    static String name(String weightSet) {
        return NAME + ' ' + weightSet;
    }

    private String inputs(String weightSet) {
        WeightSet weights = catalogue.current().weightSet(weightSet).orElseThrow();
        return "formula=" + FormulaVersion.CURRENT + " catalogue="
                + catalogue.current().hash() + " weightSet=" + weights.version() + ':' + weights.hash();
    }

    /// While the rows are written, SQL on them waits; no answer does.
    @Override
    public void rebuild() {
        database.transactions().executeWithoutResult(status -> {
            tables.lock();
            tables.keepOnly(catalogue.current().weightSetIds());
            List<String> stale = catalogue.current().weightSetIds().stream()
                    .filter(this::isStale)
                    .toList();
            if (stale.isEmpty()) {
                return;
            }
            tables.dropKey();
            clear(stale);
            write(stale);
            tables.addKey();
        });
    }

    private void clear(List<String> stale) {
        if (stale.size() == catalogue.current().weightSetIds().size()) {
            tables.clear();
        } else {
            stale.forEach(tables::clear);
        }
    }

    private record Computed(BiasRuns runs, List<BiasPoints> points) {}

    /// Computes a weight set while the database takes in the one before.
    private void write(List<String> stale) {
        BiasAnswers answers = latest.at(null);
        CompletableFuture<Computed> next = compute(answers, stale.getFirst());
        for (int at = 0; at < stale.size(); at++) {
            Computed computed = next.join();
            if (at + 1 < stale.size()) {
                next = compute(answers, stale.get(at + 1));
            }
            BiasRuns runs = computed.runs();
            tables.write(runs, computed.points());
            derivedFrom.set(name(runs.weightSet()), inputs(runs.weightSet()), runs.recordedAt());
        }
    }

    private static CompletableFuture<Computed> compute(BiasAnswers answers, String weightSet) {
        return CompletableFuture.supplyAsync(() -> {
            BiasRuns runs = answers.runs(weightSet);
            return new Computed(runs, runs.points());
        });
    }

    @Override
    public void accept(List<Event> events) {
        BiasAnswers answers = latest.at(null);
        for (String weightSet : catalogue.current().weightSetIds()) {
            Instant complete = derivedFrom.completeTo(name(weightSet));
            List<MacroDataUpdated> news = events.stream()
                    .filter(event -> event.recordedAt().isAfter(complete))
                    .map(event -> event.read(MacroDataUpdated.class))
                    .toList();
            if (!news.isEmpty()) {
                update(answers.runs(weightSet), news);
            }
        }
    }

    private void update(BiasRuns runs, List<MacroDataUpdated> news) {
        Set<IndicatorId> changed = news.stream()
                .flatMap(update -> update.indicators().stream())
                .map(IndicatorId::new)
                .collect(Collectors.toSet());
        Instant from = news.stream()
                .map(MacroDataUpdated::marketFrom)
                .min(Instant::compareTo)
                .orElseThrow();
        announce(runs, tables.replace(runs, changed, from), from);
        derivedFrom.set(name(runs.weightSet()), inputs(runs.weightSet()), runs.recordedAt());
    }

    private void announce(BiasRuns runs, List<String> affected, Instant from) {
        Instant last = runs.last();
        if (last == null || affected.isEmpty()) {
            return;
        }
        String runId = runs.id(last);
        Instant recordedAt = recordTimes.take();
        for (String instrument : affected) {
            events.append(
                    BiasComputed.TYPE,
                    BiasComputed.VERSION,
                    instrument,
                    recordedAt,
                    new BiasComputed(runs.weightSet(), instrument, from, last, runId));
        }
    }
}
