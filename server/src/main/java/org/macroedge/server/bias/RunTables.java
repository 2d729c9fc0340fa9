package org.macroedge.server.bias;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// The rows of tables `run` and `bias_value`.
final class RunTables {

    private static final String RUNS =
            "COPY run (weight_set, as_of, id, inputs, is_close, is_release, recorded_at) FROM STDIN (FORMAT binary)";
    private static final String BIASES = "COPY bias_value (as_of, z, score, confidence, coverage, freshness, quality,"
            + " agreement, series) FROM STDIN (FORMAT binary)";

    private static final int RUN_COLUMNS = 7;
    private static final int BIAS_COLUMNS = 9;

    private final JdbcClient jdbc;
    private final DataSource source;

    RunTables(Database database) {
        this.jdbc = database.jdbc();
        this.source = database.source();
    }

    /// Keeps others away until the transaction ends: of two that would compute everything, the second finds it done.
    void lock() {
        jdbc.sql("LOCK TABLE bias_value IN ACCESS EXCLUSIVE MODE").update();
    }

    /// Drops the rows of weight sets that are no longer in the catalogue.
    void keepOnly(List<String> weightSets) {
        String[] kept = weightSets.toArray(String[]::new);
        jdbc.sql("DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series WHERE weight_set <> ALL (?))")
                .param(kept)
                .update();
        jdbc.sql("DELETE FROM bias_series WHERE weight_set <> ALL (?)")
                .param(kept)
                .update();
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

    /// Empties the tables, without leaving dead rows behind.
    void clear() {
        jdbc.sql("TRUNCATE run, bias_value, bias_series RESTART IDENTITY").update();
    }

    /// Drops the rows of one weight set.
    void clear(String weightSet) {
        jdbc.sql("DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series WHERE weight_set = ?)")
                .param(weightSet)
                .update();
        jdbc.sql("DELETE FROM run WHERE weight_set = ?").param(weightSet).update();
    }

    /// Takes the key off, so that very many rows are written without looking for the place of each.
    void dropKey() {
        jdbc.sql("ALTER TABLE bias_value DROP CONSTRAINT bias_value_pkey").update();
    }

    /// Puts the key back.
    void addKey() {
        jdbc.sql("ALTER TABLE bias_value ADD CONSTRAINT bias_value_pkey PRIMARY KEY (series, as_of)")
                .update();
    }

    /// Writes all runs of a weight set that has none.
    ///
    /// @param points of every instrument at every run
    void write(BiasRuns runs, List<BiasPoints> points) {
        List<Instant> instants = runs.from(Instant.EPOCH);
        writeRuns(runs, instants);
        writeBiases(runs.weightSet(), points, instants);
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
        writeBiases(runs.weightSet(), runs.points(affected, wanted), wanted);
        List<Instant> added = without(wanted, before);
        writeBiases(runs.weightSet(), runs.points(others, added), added);
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
        jdbc.sql("DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series"
                        + " WHERE weight_set = ? AND instrument = ANY (?)) AND as_of >= ?")
                .params(weightSet, instruments, from.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("DELETE FROM run WHERE weight_set = ? AND as_of >= ?")
                .params(weightSet, from.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void deleteAt(String weightSet, List<Instant> gone) {
        if (!gone.isEmpty()) {
            jdbc.sql("DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series WHERE weight_set = ?)"
                            + " AND as_of = ANY (?::timestamptz[])")
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

    /// In the order of the key, so that its index is built from rows that are already sorted.
    private void writeBiases(String weightSet, List<BiasPoints> instruments, List<Instant> instants) {
        if (instants.isEmpty() || instruments.isEmpty()) {
            return;
        }
        Map<String, Short> numbers = numbers(weightSet, instruments);
        try (BinaryCopy copy = new BinaryCopy(source, BIASES)) {
            for (BiasPoints points : instruments) {
                short series = Objects.requireNonNull(
                        numbers.get(points.instrument().id().value()));
                for (int at = 0; at < points.size(); at++) {
                    write(copy, series, instants.get(at), points.at(at));
                }
            }
            copy.end();
        }
    }

    private Map<String, Short> numbers(String weightSet, List<BiasPoints> instruments) {
        String[] ids = instruments.stream()
                .map(points -> points.instrument().id().value())
                .toArray(String[]::new);
        jdbc.sql("INSERT INTO bias_series (weight_set, instrument)"
                        + " SELECT ?, instrument FROM unnest(?::text[]) WITH ORDINALITY AS asked (instrument, place)"
                        + " WHERE NOT EXISTS (SELECT FROM bias_series AS known"
                        + " WHERE known.weight_set = ? AND known.instrument = asked.instrument) ORDER BY place")
                .params(weightSet, ids, weightSet)
                .update();
        Map<String, Short> numbers = new HashMap<>();
        jdbc.sql("SELECT instrument, number FROM bias_series WHERE weight_set = ?")
                .param(weightSet)
                .query(row -> {
                    numbers.put(row.getString("instrument"), row.getShort("number"));
                });
        return numbers;
    }

    private static void write(BinaryCopy copy, short series, Instant asOf, InstrumentBias bias) {
        Confidence confidence = bias.confidence();
        copy.row(BIAS_COLUMNS)
                .instant(asOf)
                .number(bias.z())
                .number(bias.score())
                .number(confidence.value())
                .number(confidence.coverage())
                .number(confidence.freshness())
                .number(confidence.quality())
                .number(confidence.agreement())
                .smallNumber(series);
    }
}
