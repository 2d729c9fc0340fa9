package org.macroedge.server.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.server.bias.DueBiases.Span;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.surprises.DerivedFrom;

/// The biases that a large change leaves to all processes: those of the past. A process claims a span of a weight set,
/// computes what its instruments lack at the stored runs, and deletes the span, in one transaction. One that is killed
/// leaves its claim to the others. Spans of time and not instruments are divided, since most of the work is what all
/// instruments share: the signals at an instant.
///
/// A bias is computed from the latest facts. These may be later than those of the runs; then the inputs of the last run
/// that lacks a bias decide: where they are the same, so are those of every earlier one.
final class BiasShares {

    /// Few enough to be computed within a second, and enough for a claim to cost little beside.
    private static final int VALUES = 60_000;
    private static final int NEWEST = VALUES / 6;

    private final LatestBias latest;
    private final DerivedFrom derivedFrom;
    private final DueBiases due;
    private final RunTables runs;
    private final BiasTables biases;
    private final BooleanSupplier hasOthers;
    private final Sizes sizes;

    /// @param values how many of a weight set are computed at once at most, and how many a share has about
    /// @param newest how many of them are computed at once where there are more
    record Sizes(int values, int newest) {}

    /// @param hasOthers whether other processes would take shares
    BiasShares(Database database, LatestBias latest, DerivedFrom derivedFrom, BooleanSupplier hasOthers) {
        this(database, latest, derivedFrom, hasOthers, new Sizes(VALUES, NEWEST));
    }

    BiasShares(Database database, LatestBias latest, DerivedFrom derivedFrom, BooleanSupplier hasOthers, Sizes sizes) {
        this.latest = latest;
        this.derivedFrom = derivedFrom;
        this.due = new DueBiases(database.jdbc());
        this.runs = new RunTables(database);
        this.biases = new BiasTables(database);
        this.hasOthers = hasOthers;
        this.sizes = sizes;
    }

    /// The first instant whose biases are computed at once: [Instant#MIN], unless there are many and others would take
    /// shares of them.
    ///
    /// @param instants ascending
    /// @param values how many biases there are to be computed
    /// @param instruments of how many instruments
    Instant first(List<Instant> instants, long values, int instruments) {
        if (values <= sizes.values() || !hasOthers.getAsBoolean()) {
            return Instant.MIN;
        }
        int newest = Math.max(1, sizes.newest() / instruments);
        return instants.get(Math.max(0, instants.size() - newest));
    }

    /// Whether biases are lacking, of which others may be computing some.
    boolean any() {
        return due.count() > 0;
    }

    /// Leaves what some instruments lack in a span, with what the weight set lacked before.
    void leave(BiasRuns runs, List<String> instruments, Instant from, Instant until) {
        List<Span> spans = new ArrayList<>(due.of(runs.weightSet()));
        spans.add(new Span(from, until, instruments));
        due.clear(runs.weightSet());
        List<String> all = spans.stream()
                .flatMap(span -> span.instruments().stream())
                .distinct()
                .toList();
        Instant first = spans.stream().map(Span::from).min(Instant::compareTo).orElseThrow();
        Instant end = spans.stream().map(Span::until).max(Instant::compareTo).orElseThrow();
        List<Instant> instants = List.copyOf(runs.instants().subSet(first, true, end, false));
        int length = Math.max(1, sizes.values() / all.size());
        for (int index = 0; index < instants.size(); index += length) {
            Instant next = index + length < instants.size() ? instants.get(index + length) : end;
            due.add(runs.weightSet(), new Span(instants.get(index), next, all));
        }
    }

    /// Forgets what weight sets lack that are no longer in the catalogue.
    void keepOnly(List<String> weightSets) {
        due.keepOnly(weightSets);
    }

    /// Forgets what a weight set lacks.
    void clear(String weightSet) {
        due.clear(weightSet);
    }

    /// Computes one share.
    ///
    /// @return whether there was one that could be had
    boolean share() {
        return due.weightSets().stream().anyMatch(this::share);
    }

    private boolean share(String weightSet) {
        Instant recordedAt = derivedFrom.recordedAt(StoredBias.name(weightSet));
        if (recordedAt.equals(Instant.EPOCH)) { // an earlier version dropped the weight set
            due.clear(weightSet);
            return true;
        }
        BiasAnswers answers = latest.at(null);
        if (!isCurrent(answers.catalogue(), weightSet)) {
            return false;
        }
        return due.claim(weightSet)
                .filter(span -> share(answers, recordedAt, weightSet, span))
                .isPresent();
    }

    /// @param recordedAt the record time of the facts of the runs
    private boolean share(BiasAnswers answers, Instant recordedAt, String weightSet, Span span) {
        Map<List<Instant>, List<String>> lacking = lacking(weightSet, span);
        if (!answers.recordedAt().equals(recordedAt)
                && !lacking.keySet().stream().allMatch(instants -> hasInputs(answers, weightSet, instants))) {
            return false;
        }
        lacking.forEach((instants, ids) -> write(answers.model(weightSet), weightSet, ids, instants));
        due.done(weightSet, span);
        return true;
    }

    private boolean isCurrent(Catalogue catalogue, String weightSet) {
        return catalogue.storedWeightSetIds().contains(weightSet)
                && derivedFrom.isCurrent(StoredBias.name(weightSet), StoredBias.inputs(catalogue, weightSet));
    }

    /// The instruments of a span by the instants at which they have no bias.
    private Map<List<Instant>, List<String>> lacking(String weightSet, Span span) {
        List<Instant> instants = runs.instants(weightSet, span.from(), span.until());
        Map<String, Set<Instant>> written = biases.written(weightSet, span);
        Map<List<Instant>, List<String>> lacking = new LinkedHashMap<>();
        for (String instrument : span.instruments()) {
            Set<Instant> known = written.getOrDefault(instrument, Set.of());
            List<Instant> lacked =
                    instants.stream().filter(asOf -> !known.contains(asOf)).toList();
            lacking.computeIfAbsent(lacked, same -> new ArrayList<>()).add(instrument);
        }
        return lacking;
    }

    /// Whether the stored runs were computed from the inputs that are known now.
    private boolean hasInputs(BiasAnswers answers, String weightSet, List<Instant> instants) {
        return instants.isEmpty()
                || runs.inputs(weightSet, instants.getLast())
                        .equals(answers.inputs().at(instants.getLast()));
    }

    /// @param ids of which those are left out that an earlier version dropped from the catalogue
    private void write(BiasModel model, String weightSet, List<String> ids, List<Instant> instants) {
        biases.requireSpace(ids.size(), instants.size());
        int[] instruments = IntStream.range(0, model.instruments().size())
                .filter(index ->
                        ids.contains(model.instruments().get(index).id().value()))
                .toArray();
        biases.write(weightSet, model, instruments, instants);
    }
}
