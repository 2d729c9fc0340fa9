package org.macroedge.server.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.releases.MacroDataUpdated;
import org.macroedge.server.surprises.ChangedIndicators;
import org.macroedge.server.surprises.DerivedConsumer;
import org.macroedge.server.surprises.DerivedFrom;

/// Keeps tables `run` and `bias_value` (view `bias`) equal to the biases of the latest record time, for every weight
/// set in force.
///
/// The stored runs are compared with those wanted. Where their inputs differ, the bias of every instrument that reads a
/// changed indicator is replaced from there on; the bias of the others is written only at instants that are new, and
/// deleted only at instants that are gone.
///
/// Only a process whose own catalogue files are in force writes.
public final class StoredBias extends DerivedConsumer {

    private static final String NAME = "bias-history";
    private static final String PREFIX = NAME + ' ';

    private final LatestBias latest;
    private final RunTables tables;
    private final ChangedIndicators changes;
    private final EventLog events;
    private final RecordTimes recordTimes;

    StoredBias(
            CatalogueInForce catalogue,
            LatestBias latest,
            Database database,
            DerivedFrom derivedFrom,
            ChangedIndicators changes,
            EventLog events,
            RecordTimes recordTimes) {
        super(catalogue, derivedFrom);
        this.latest = latest;
        this.tables = new RunTables(database);
        this.changes = changes;
        this.events = events;
        this.recordTimes = recordTimes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isStale() {
        Catalogue current = catalogue.current();
        return !stale(current).isEmpty() || derivedFrom.hasOthers(PREFIX, names(current));
    }

    private List<String> stale(Catalogue catalogue) {
        return catalogue.storedWeightSetIds().stream()
                .filter(id -> !derivedFrom.isCurrent(name(id), inputs(catalogue, id)))
                .toList();
    }

    /// The key under which the inputs of a weight set's rows are stored.
    static String name(String weightSet) {
        return PREFIX + weightSet;
    }

    private static List<String> names(Catalogue catalogue) {
        return catalogue.storedWeightSetIds().stream().map(StoredBias::name).toList();
    }

    private static String inputs(Catalogue catalogue, String weightSet) {
        WeightSet weights = catalogue.weightSet(weightSet).orElseThrow();
        return DerivedFrom.inputs(catalogue.hash()) + " weightSet=" + weights.version() + ':' + weights.hash();
    }

    @Override
    public void rebuild() {
        BiasAnswers answers = latest.at(null);
        tables.keepOnly(answers.catalogue().storedWeightSetIds());
        derivedFrom.keepOnly(PREFIX, names(answers.catalogue()));
        List<String> stale = stale(answers.catalogue());
        stale.forEach(tables::clear);
        write(answers, stale);
    }

    /// Biases of some instruments at every run of a weight set.
    private record Part(BiasRuns runs, int[] instruments, boolean first, boolean last) {}

    /// Computes a part while the database writes the one before.
    private void write(BiasAnswers answers, List<String> weightSets) {
        List<Part> parts = weightSets.stream()
                .flatMap(id -> parts(answers.runs(id)).stream())
                .toList();
        CompletableFuture<List<BiasPoints>> next = parts.isEmpty() ? null : compute(parts.getFirst());
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            List<BiasPoints> points = Objects.requireNonNull(next).join();
            next = index + 1 < parts.size() ? compute(parts.get(index + 1)) : null;
            tables.requireSpace(
                    parts.stream()
                            .skip(index)
                            .mapToLong(left -> left.instruments().length)
                            .sum(),
                    part.runs().instants().size());
            if (part.first()) {
                tables.writeRuns(part.runs());
            }
            tables.writeBiases(part.runs(), points);
            if (part.last()) {
                store(answers.catalogue(), part.runs());
            }
        }
    }

    private static List<Part> parts(BiasRuns runs) {
        List<int[]> groups = BiasRuns.groups(runs.instruments(), runs.instants().size());
        return IntStream.range(0, groups.size())
                .mapToObj(index -> new Part(runs, groups.get(index), index == 0, index == groups.size() - 1))
                .toList();
    }

    private static CompletableFuture<List<BiasPoints>> compute(Part part) {
        return CompletableFuture.supplyAsync(() ->
                part.runs().points(part.instruments(), List.copyOf(part.runs().instants())));
    }

    @Override
    public void accept(List<Event> delivered) {
        BiasAnswers answers = latest.at(null);
        // what was published since the look at what is stale is built anew by the next one
        List<String> stale = stale(answers.catalogue());
        List<BiasComputed> computed = new ArrayList<>();
        for (String weightSet : answers.catalogue().storedWeightSetIds()) {
            if (stale.contains(weightSet)) {
                continue;
            }
            BiasRuns runs = answers.runs(weightSet);
            Set<IndicatorId> changed = changes.of(
                    answers.catalogue(), delivered, derivedFrom.recordedAt(name(weightSet)), runs.recordedAt());
            if (!changed.isEmpty()) {
                computed.addAll(computed(runs, tables.replace(runs, changed), delivered));
                store(answers.catalogue(), runs);
            }
        }
        announce(computed);
    }

    private void store(Catalogue catalogue, BiasRuns runs) {
        derivedFrom.set(name(runs.weightSet()), inputs(catalogue, runs.weightSet()), runs.recordedAt());
    }

    private static List<BiasComputed> computed(BiasRuns runs, List<String> instruments, List<Event> delivered) {
        Instant last = runs.last();
        if (last == null || instruments.isEmpty()) {
            return List.of();
        }
        Instant from = delivered.stream()
                .map(event -> event.read(MacroDataUpdated.class).marketFrom())
                .min(Instant::compareTo)
                .orElseThrow();
        String runId = runs.id(last);
        return runs.points(runs.instruments(), List.of(last)).stream()
                .filter(points -> instruments.contains(points.instrument().id().value()))
                .map(points -> computed(runs, runId, points, from, last))
                .toList();
    }

    private static BiasComputed computed(BiasRuns runs, String runId, BiasPoints points, Instant from, Instant last) {
        InstrumentBias bias = points.at(0);
        return new BiasComputed(
                runs.weightSet(),
                points.instrument().id().value(),
                from,
                last,
                runId,
                runs.recordedAt(),
                bias.score(),
                BiasViews.code(bias.label()),
                bias.z());
    }

    /// Tells of all weight sets at once, since taking a record time takes the lock that every writer waits for.
    private void announce(List<BiasComputed> computed) {
        if (computed.isEmpty()) {
            return;
        }
        Instant recordedAt = recordTimes.take();
        computed.forEach(
                bias -> events.append(BiasComputed.TYPE, BiasComputed.VERSION, bias.instrument(), recordedAt, bias));
    }
}
