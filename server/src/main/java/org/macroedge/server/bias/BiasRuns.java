package org.macroedge.server.bias;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.run.InputChain;
import org.macroedge.engine.run.RunId;
import org.macroedge.server.surprises.HistoryInstants;

/// Every run of a weight set that a history holds: one at each release instant and each daily close, from the first
/// release to the last.
///
/// @param instants of the runs, ascending
/// @param releases the instants at which something was released
/// @param recordedAt the record time of the facts
record BiasRuns(
        BiasModel model,
        WeightSet weights,
        String catalogueHash,
        InputChain inputs,
        NavigableSet<Instant> instants,
        NavigableSet<Instant> releases,
        Instant recordedAt) {

    /// Some 30 MB.
    private static final int POINTS_AT_ONCE = 440_000;

    static BiasRuns of(
            BiasModel model,
            WeightSet weights,
            String catalogueHash,
            InputChain inputs,
            List<ObservedRelease> ascending,
            Instant recordedAt) {
        NavigableSet<Instant> releases = new TreeSet<>();
        ascending.forEach(release -> releases.add(release.releasedAt()));
        NavigableSet<Instant> instants = new TreeSet<>(releases);
        if (!releases.isEmpty()) {
            instants.addAll(HistoryInstants.closes(releases.first(), releases.last()));
        }
        return new BiasRuns(model, weights, catalogueHash, inputs, instants, releases, recordedAt);
    }

    String weightSet() {
        return weights.id();
    }

    /// The instant of the last run; null without any.
    @Nullable
    Instant last() {
        return instants.isEmpty() ? null : instants.last();
    }

    /// Every run, ascending.
    List<RunRow> all() {
        return instants.stream()
                .map(asOf -> new RunRow(asOf, inputs.at(asOf), HistoryInstants.isClose(asOf), releases.contains(asOf)))
                .toList();
    }

    /// The bias of some instruments at some runs.
    ///
    /// @param instruments positions in the model
    static List<BiasPoints> points(BiasModel model, int[] instruments, List<Instant> asOf) {
        return model.points(
                instruments, asOf.stream().mapToLong(Instant::getEpochSecond).toArray());
    }

    /// Every instrument, in groups whose biases at some instants are to be held at once.
    ///
    /// @param instruments positions in the model
    static List<int[]> groups(int[] instruments, int instants) {
        return groups(instruments, instants, POINTS_AT_ONCE);
    }

    /// As above, for at most so many points in a group of more than one instrument.
    static List<int[]> groups(int[] instruments, int instants, int points) {
        int atOnce = Math.clamp(points / Math.max(1, instants), 1, Math.max(1, instruments.length));
        return IntStream.iterate(0, from -> from < instruments.length, from -> from + atOnce)
                .mapToObj(from -> Arrays.copyOfRange(instruments, from, Math.min(from + atOnce, instruments.length)))
                .toList();
    }

    /// The positions of all instruments in the model.
    int[] instruments() {
        return IntStream.range(0, model.instruments().size()).toArray();
    }

    /// The run id at an instant.
    String id(Instant asOf) {
        return RunId.of(asOf, catalogueHash, weights, inputs).value();
    }
}
