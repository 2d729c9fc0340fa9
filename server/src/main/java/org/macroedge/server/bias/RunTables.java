package org.macroedge.server.bias;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.bias.Confidence;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.platform.database.BinaryCopy;
import org.macroedge.server.platform.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `run` and `bias`.
final class RunTables {

    private static final String RUNS =
            "COPY run (weight_set, as_of, id, inputs, is_close, is_release, recorded_at) FROM STDIN (FORMAT binary)";
    private static final String BIASES = "COPY bias (weight_set, instrument, as_of, z, score, confidence, coverage,"
            + " freshness, quality, agreement) FROM STDIN (FORMAT binary)";

    private static final int RUN_COLUMNS = 7;
    private static final int BIAS_COLUMNS = 10;

    private final JdbcClient jdbc;
    private final DataSource source;

    RunTables(Database database) {
        this.jdbc = database.jdbc();
        this.source = database.source();
    }

    /// Drops the rows of weight sets that are no longer in the catalogue.
    void keepOnly(List<String> weightSets) {
        String[] kept = weightSets.toArray(String[]::new);
        jdbc.sql("DELETE FROM bias WHERE weight_set <> ALL (?)").param(kept).update();
        jdbc.sql("DELETE FROM run WHERE weight_set <> ALL (?)").param(kept).update();
        jdbc.sql("DELETE FROM derived_from WHERE name LIKE 'bias-history %' AND name <> ALL (?)")
                .param(names(weightSets))
                .update();
    }

    private static String[] names(List<String> weightSets) {
        return weightSets.stream().map(StoredBias::name).toArray(String[]::new);
    }

    /// Whether there are rows of a weight set that is no longer in the catalogue.
    boolean holdsOthersThan(List<String> weightSets) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM derived_from WHERE name LIKE 'bias-history %'"
                        + " AND name <> ALL (?))")
                .param(names(weightSets))
                .query(Boolean.class)
                .single();
    }

    /// Drops every row: at once, and so that the rows written next in this transaction need no log of their own.
    void clear() {
        jdbc.sql("TRUNCATE bias, run").update();
    }

    void clear(String weightSet) {
        jdbc.sql("DELETE FROM bias WHERE weight_set = ?").param(weightSet).update();
        jdbc.sql("DELETE FROM run WHERE weight_set = ?").param(weightSet).update();
    }

    /// Replaces what a change of some indicators can have changed from an instant on.
    ///
    /// @return the instruments whose bias was computed anew
    List<String> replace(BiasRuns runs, Set<IndicatorId> changed, Instant from) {
        List<Instant> before = stored(runs.weightSet(), from);
        List<Instant> wanted = runs.from(from);
        BiasModel model = runs.model();
        int[] affected = IntStream.range(0, model.instruments().size())
                .filter(instrument -> model.reads(instrument, changed))
                .toArray();
        int[] others = IntStream.range(0, model.instruments().size())
                .filter(instrument -> !model.reads(instrument, changed))
                .toArray();
        String[] ids = IntStream.of(affected)
                .mapToObj(at -> model.instruments().get(at).id().value())
                .toArray(String[]::new);
        deleteFrom(runs.weightSet(), ids, from);
        deleteAt(runs.weightSet(), without(before, wanted));
        writeRuns(runs, wanted);
        writeBiases(runs, affected, wanted);
        writeBiases(runs, others, without(wanted, before));
        return List.of(ids);
    }

    private List<Instant> stored(String weightSet, Instant from) {
        return jdbc.sql("SELECT extract(epoch FROM as_of)::bigint AS second FROM run"
                        + " WHERE weight_set = ? AND as_of >= ? ORDER BY as_of")
                .params(weightSet, from.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Instant.ofEpochSecond(row.getLong("second")))
                .list();
    }

    private static List<Instant> without(List<Instant> instants, List<Instant> others) {
        Set<Instant> left = new HashSet<>(others);
        return instants.stream().filter(instant -> !left.contains(instant)).toList();
    }

    private void deleteFrom(String weightSet, String[] instruments, Instant from) {
        jdbc.sql("DELETE FROM bias WHERE weight_set = ? AND instrument = ANY (?) AND as_of >= ?")
                .params(weightSet, instruments, from.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("DELETE FROM run WHERE weight_set = ? AND as_of >= ?")
                .params(weightSet, from.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void deleteAt(String weightSet, List<Instant> gone) {
        if (!gone.isEmpty()) {
            jdbc.sql("DELETE FROM bias WHERE weight_set = ? AND as_of = ANY (?::timestamptz[])")
                    .params(weightSet, gone.stream().map(Instant::toString).toArray(String[]::new))
                    .update();
        }
    }

    private void writeRuns(BiasRuns runs, List<Instant> instants) {
        try (BinaryCopy copy = new BinaryCopy(source, RUNS)) {
            for (Instant asOf : instants) {
                copy.row(RUN_COLUMNS)
                        .text(runs.weightSet())
                        .instant(asOf)
                        .hex(runs.id(asOf))
                        .hex(runs.inputs().at(asOf))
                        .flag(HistoryInstants.isClose(asOf))
                        .flag(runs.releases().contains(asOf))
                        .instant(runs.recordedAt());
            }
            copy.end();
        }
    }

    private void writeBiases(BiasRuns runs, int[] instruments, List<Instant> instants) {
        long[] seconds = instants.stream().mapToLong(Instant::getEpochSecond).toArray();
        try (BinaryCopy copy = new BinaryCopy(source, BIASES)) {
            for (BiasPoints points : runs.model().points(instruments, seconds)) {
                for (int at = 0; at < points.size(); at++) {
                    write(copy, runs.weightSet(), instants.get(at), points.at(at));
                }
            }
            copy.end();
        }
    }

    private static void write(BinaryCopy copy, String weightSet, Instant asOf, InstrumentBias bias) {
        Confidence confidence = bias.confidence();
        copy.row(BIAS_COLUMNS)
                .text(weightSet)
                .text(bias.instrument().id().value())
                .instant(asOf)
                .number(bias.z())
                .number(bias.score())
                .number(confidence.value())
                .number(confidence.coverage())
                .number(confidence.freshness())
                .number(confidence.quality())
                .number(confidence.agreement());
    }
}
