package org.macroedge.server.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.Event;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.surprises.ChangedIndicators;
import org.macroedge.server.surprises.DerivedConsumer;
import org.macroedge.server.surprises.DerivedFrom;

/// Keeps tables `run` and `bias_value` (view `bias`) equal to the biases of the latest record time, for every weight
/// set in force.
///
/// The stored runs are compared with those wanted. Where their inputs differ, the bias of every instrument that reads a
/// changed indicator is replaced from there on; the bias of the others is written only at instants that are new, and
/// deleted only at instants that are gone. Where that makes many biases new and other processes are there, those of the
/// past are left to all of them.
///
/// Only a process whose own catalogue files are in force writes.
public final class StoredBias extends DerivedConsumer {

    private static final String NAME = "bias-history";
    private static final String PREFIX = NAME + ' ';

    private final LatestBias latest;
    private final RunTables runTables;
    private final BiasTables biases;
    private final ChangedIndicators changes;
    private final BiasEvents events;
    private final BiasShares shares;

    StoredBias(
            CatalogueInForce catalogue,
            LatestBias latest,
            Database database,
            DerivedFrom derivedFrom,
            ChangedIndicators changes,
            BiasEvents events,
            BiasShares shares) {
        super(catalogue, derivedFrom);
        this.latest = latest;
        this.runTables = new RunTables(database);
        this.biases = new BiasTables(database);
        this.changes = changes;
        this.events = events;
        this.shares = shares;
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

    /// What the rows of a weight set are computed from beside the facts.
    static String inputs(Catalogue catalogue, String weightSet) {
        WeightSet weights = catalogue.weightSet(weightSet).orElseThrow();
        return DerivedFrom.inputs(catalogue.hash()) + " weightSet=" + weights.version() + ':' + weights.hash();
    }

    @Override
    public boolean hasShares() {
        return shares.any();
    }

    @Override
    public boolean share() {
        return shares.share();
    }

    @Override
    public void rebuild() {
        BiasAnswers answers = latest.at(null);
        List<String> kept = answers.catalogue().storedWeightSetIds();
        shares.keepOnly(kept);
        biases.keepOnly(kept);
        runTables.keepOnly(kept);
        derivedFrom.keepOnly(PREFIX, names(answers.catalogue()));
        List<String> stale = stale(answers.catalogue());
        stale.forEach(this::clear);
        write(answers, stale);
    }

    private void clear(String weightSet) {
        shares.clear(weightSet);
        biases.clear(weightSet);
        runTables.clear(weightSet);
    }

    /// Biases of some instruments at some runs of a weight set, which are the last ones.
    private record Part(BiasRuns runs, int[] instruments, List<Instant> instants, boolean first, boolean last) {}

    /// Computes a part while the database writes the one before.
    private void write(BiasAnswers answers, List<String> weightSets) {
        List<Part> parts = weightSets.stream()
                .flatMap(id -> parts(answers.runs(id)).stream())
                .toList();
        CompletableFuture<List<BiasPoints>> next = parts.isEmpty() ? null : compute(parts.getFirst());
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            BiasRuns runs = part.runs();
            List<BiasPoints> points = Objects.requireNonNull(next).join();
            next = index + 1 < parts.size() ? compute(parts.get(index + 1)) : null;
            biases.requireSpace(
                    parts.stream()
                            .skip(index)
                            .mapToLong(left -> left.instruments().length)
                            .sum(),
                    runs.instants().size());
            if (part.first()) {
                biases.addSeries(runs);
                runTables.write(runs, runs.all());
            }
            biases.write(runs.weightSet(), points, part.instants());
            if (part.last()) {
                store(answers.catalogue(), runs);
            }
        }
    }

    private List<Part> parts(BiasRuns runs) {
        int[] all = runs.instruments();
        List<Instant> every = List.copyOf(runs.instants());
        Instant first = shares.first(every, (long) all.length * every.size(), all.length);
        List<Instant> instants = from(first, runs, all, every);
        List<int[]> groups = BiasRuns.groups(all, instants.size());
        return IntStream.range(0, groups.size())
                .mapToObj(index -> new Part(runs, groups.get(index), instants, index == 0, index == groups.size() - 1))
                .toList();
    }

    private static CompletableFuture<List<BiasPoints>> compute(Part part) {
        return CompletableFuture.supplyAsync(
                () -> BiasRuns.points(part.runs().model(), part.instruments(), part.instants()));
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
                computed.addAll(BiasEvents.of(runs, replace(runs, changed), delivered));
                store(answers.catalogue(), runs);
            }
        }
        events.announce(computed);
    }

    private void store(Catalogue catalogue, BiasRuns runs) {
        derivedFrom.set(name(runs.weightSet()), inputs(catalogue, runs.weightSet()), runs.recordedAt());
    }

    /// Replaces what differs from the runs wanted, after a change of some indicators.
    ///
    /// @return the instruments whose bias was computed anew; empty where no run differs
    private List<String> replace(BiasRuns runs, Set<IndicatorId> changed) {
        String weightSet = runs.weightSet();
        RunChanges differing = RunChanges.of(runTables.stored(weightSet), runs.all());
        if (differing.isEmpty()) {
            return List.of();
        }
        BiasModel model = runs.model();
        biases.requireSpace(model.instruments().size(), differing.missing().size());
        biases.addSeries(runs);
        int[] readers = instruments(model, changed, true);
        List<String> ids = ids(model, readers);
        biases.delete(weightSet, ids, differing);
        runTables.replace(runs, differing);
        writeNew(runs, readers, differing, instruments(model, changed, false));
        return ids;
    }

    private void writeNew(BiasRuns runs, int[] readers, RunChanges differing, int[] others) {
        List<Instant> recomputed =
                runs.instants().stream().filter(differing::isNew).toList();
        List<Instant> added =
                recomputed.stream().filter(differing.added()::contains).toList();
        long values = (long) readers.length * recomputed.size() + (long) others.length * added.size();
        Instant first = shares.first(recomputed, values, readers.length + others.length);
        write(runs, readers, from(first, runs, readers, recomputed));
        write(runs, others, from(first, runs, others, added));
    }

    /// The instants at which the bias of some instruments is computed at once. The earlier ones are left to shares.
    private List<Instant> from(Instant first, BiasRuns runs, int[] instruments, List<Instant> instants) {
        if (instruments.length == 0
                || instants.isEmpty()
                || !instants.getFirst().isBefore(first)) {
            return instants;
        }
        shares.leave(runs, ids(runs.model(), instruments), instants.getFirst(), first);
        events.wake();
        return instants.stream().filter(asOf -> !asOf.isBefore(first)).toList();
    }

    private void write(BiasRuns runs, int[] instruments, List<Instant> instants) {
        biases.write(runs.weightSet(), runs.model(), instruments, instants);
    }

    private static int[] instruments(BiasModel model, Set<IndicatorId> changed, boolean readers) {
        return IntStream.range(0, model.instruments().size())
                .filter(index -> model.reads(index, changed) == readers)
                .toArray();
    }

    private static List<String> ids(BiasModel model, int[] instruments) {
        return IntStream.of(instruments)
                .mapToObj(index -> model.instruments().get(index).id().value())
                .toList();
    }
}
