package org.macroedge.server.bias;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.bias.Composition;
import org.macroedge.engine.bias.DataHealth;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.bias.NoLabel;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.platform.database.BinaryCopy;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.InstantColumn;
import org.macroedge.server.platform.home.DiskSpace;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `run`, `bias_value` and `bias_series`. One writer at a time.
final class RunTables {

    private static final String COPY_RUNS =
            "COPY run (weight_set, as_of, id, inputs, is_close, is_release) FROM STDIN (FORMAT binary)";
    private static final String COPY_BIASES = "COPY bias_value (as_of, z, score, health, coverage, freshness,"
            + " quality, agreement, breadth, new_share, reason, series) FROM STDIN (FORMAT binary)";
    private static final int RUN_COLUMNS = 6;
    private static final int BIAS_COLUMNS = 12;

    private static final String STORED = """
        SELECT extract(epoch FROM as_of)::bigint AS as_of, encode(inputs, 'hex') AS inputs, is_close, is_release
        FROM run WHERE weight_set = ? ORDER BY as_of
        """;
    private static final String DELETE_OTHER_RUNS = "DELETE FROM run WHERE weight_set <> ALL (?)";
    private static final String DELETE_OTHER_BIASES = """
        DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series WHERE weight_set <> ALL (?))
        """;
    private static final String DELETE_RUNS = "DELETE FROM run WHERE weight_set = ?";
    private static final String DELETE_BIASES = """
        DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series WHERE weight_set = ?)
        """;
    private static final String DELETE_RUNS_AT =
            "DELETE FROM run WHERE weight_set = ? AND as_of = ANY (?::text[]::timestamptz[])";
    private static final String DELETE_BIASES_AT = """
        DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series WHERE weight_set = ?)
          AND as_of = ANY (?::text[]::timestamptz[])
        """;
    private static final String DELETE_BIASES_FROM = """
        DELETE FROM bias_value
        WHERE series IN (SELECT number FROM bias_series WHERE weight_set = ? AND instrument = ANY (?))
          AND as_of >= ?::timestamptz
        """;
    /// A number is taken from the rows and not from a sequence, which a transaction that was rolled back moves on.
    private static final String ADD_SERIES = """
        INSERT INTO bias_series (number, weight_set, instrument)
        SELECT (SELECT coalesce(max(number), 0) FROM bias_series) + row_number() OVER (ORDER BY position),
               :weightSet, wanted.instrument
        FROM unnest(:instruments::text[]) WITH ORDINALITY AS wanted (instrument, position)
        WHERE NOT EXISTS (SELECT FROM bias_series AS known
                          WHERE known.weight_set = :weightSet AND known.instrument = wanted.instrument)
        """;

    /// A value in the table, its index and the log of changes.
    private static final long BYTES_PER_VALUE = 450;
    private static final long MARGIN = 64 * DiskSpace.MEGABYTE;

    private final Database database;
    private final JdbcClient jdbc;
    private final DataSource source;

    RunTables(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.source = database.source();
    }

    /// Fails before anything is written where the disk cannot hold it.
    ///
    /// @param series of so many instants each
    void requireSpace(long series, long instants) {
        database.requireSpace(MARGIN + series * instants * BYTES_PER_VALUE, "to bring the stored history up to date");
    }

    /// The instant of the newest run of a weight set; empty without any.
    Optional<Instant> last(String weightSet) {
        return jdbc.sql("SELECT as_of FROM run WHERE weight_set = ? ORDER BY as_of DESC LIMIT 1")
                .param(weightSet)
                .query((row, number) -> InstantColumn.of(row, "as_of"))
                .optional();
    }

    /// Deletes the rows of weight sets that are no longer in the catalogue.
    void keepOnly(List<String> weightSets) {
        String[] kept = weightSets.toArray(String[]::new);
        jdbc.sql(DELETE_OTHER_BIASES).param(kept).update();
        jdbc.sql(DELETE_OTHER_RUNS).param(kept).update();
    }

    /// Deletes the rows of a weight set.
    void clear(String weightSet) {
        jdbc.sql(DELETE_BIASES).param(weightSet).update();
        jdbc.sql(DELETE_RUNS).param(weightSet).update();
    }

    /// Writes all runs of a weight set that has none.
    void writeRuns(BiasRuns runs) {
        addSeries(runs);
        writeRuns(runs, runs.all());
    }

    /// Writes the biases of some instruments of a weight set that has none of theirs.
    ///
    /// @param points at every run
    void writeBiases(BiasRuns runs, List<BiasPoints> points) {
        writeBiases(runs.weightSet(), points, List.copyOf(runs.instants()));
    }

    /// Replaces what differs from the runs wanted, after a change of some indicators.
    ///
    /// @return the instruments whose bias was computed anew; empty where no run differs
    List<String> replace(BiasRuns runs, Set<IndicatorId> changed) {
        String weightSet = runs.weightSet();
        List<RunRow> wanted = runs.all();
        RunChanges changes = RunChanges.of(stored(weightSet), wanted);
        if (changes.isEmpty()) {
            return List.of();
        }
        BiasModel model = runs.model();
        requireSpace(model.instruments().size(), changes.missing().size());
        addSeries(runs);
        int[] readers = instruments(model, changed, true);
        String[] ids = IntStream.of(readers)
                .mapToObj(index -> model.instruments().get(index).id().value())
                .toArray(String[]::new);
        delete(weightSet, ids, changes);
        writeRuns(runs, changes.missing());
        List<Instant> recomputed =
                wanted.stream().map(RunRow::asOf).filter(changes::isNew).toList();
        writeBiases(runs, readers, recomputed);
        List<Instant> added =
                recomputed.stream().filter(changes.added()::contains).toList();
        writeBiases(runs, instruments(model, changed, false), added);
        return List.of(ids);
    }

    private void writeBiases(BiasRuns runs, int[] instruments, List<Instant> instants) {
        for (int[] group : BiasRuns.groups(instruments, instants.size())) {
            writeBiases(runs.weightSet(), runs.points(group, instants), instants);
        }
    }

    private static int[] instruments(BiasModel model, Set<IndicatorId> changed, boolean readers) {
        return IntStream.range(0, model.instruments().size())
                .filter(index -> model.reads(index, changed) == readers)
                .toArray();
    }

    private List<RunRow> stored(String weightSet) {
        return jdbc.sql(STORED)
                .param(weightSet)
                .query((row, number) -> new RunRow(
                        Instant.ofEpochSecond(row.getLong("as_of")),
                        row.getString("inputs"),
                        row.getBoolean("is_close"),
                        row.getBoolean("is_release")))
                .list();
    }

    private void delete(String weightSet, String[] readers, RunChanges changes) {
        Instant changedFrom = changes.changedFrom();
        if (changedFrom != null) {
            jdbc.sql(DELETE_BIASES_FROM)
                    .params(weightSet, readers, changedFrom.toString())
                    .update();
        }
        if (!changes.removed().isEmpty()) {
            jdbc.sql(DELETE_BIASES_AT)
                    .params(weightSet, texts(changes.removed()))
                    .update();
        }
        if (!changes.obsolete().isEmpty()) {
            jdbc.sql(DELETE_RUNS_AT)
                    .params(weightSet, texts(changes.obsolete()))
                    .update();
        }
    }

    private static String[] texts(Collection<Instant> instants) {
        return instants.stream().map(Instant::toString).toArray(String[]::new);
    }

    private void writeRuns(BiasRuns runs, List<RunRow> written) {
        if (written.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = new BinaryCopy(source, COPY_RUNS)) {
            for (RunRow run : written) {
                copy.row(RUN_COLUMNS)
                        .text(runs.weightSet())
                        .instant(run.asOf())
                        .hex(runs.id(run.asOf()))
                        .hex(run.inputs())
                        .flag(run.isClose())
                        .flag(run.isRelease());
            }
            copy.end();
        }
    }

    /// Writes in the order of the key, in which the index grows fastest.
    private void writeBiases(String weightSet, List<BiasPoints> instruments, List<Instant> instants) {
        if (instants.isEmpty() || instruments.isEmpty()) {
            return;
        }
        Map<String, Short> numbers = numbers(weightSet);
        try (BinaryCopy copy = new BinaryCopy(source, COPY_BIASES)) {
            for (BiasPoints points : instruments) {
                short series = Objects.requireNonNull(
                        numbers.get(points.instrument().id().value()));
                for (int index = 0; index < points.size(); index++) {
                    write(copy, series, instants.get(index), points.at(index));
                }
            }
            copy.end();
        }
    }

    /// Numbers every instrument at once, so that the numbers do not depend on which of them changes first.
    private void addSeries(BiasRuns runs) {
        String[] ids = runs.model().instruments().stream()
                .map(instrument -> instrument.id().value())
                .toArray(String[]::new);
        jdbc.sql(ADD_SERIES)
                .param("weightSet", runs.weightSet())
                .param("instruments", ids)
                .update();
    }

    private Map<String, Short> numbers(String weightSet) {
        Map<String, Short> numbers = new HashMap<>();
        jdbc.sql("SELECT instrument, number FROM bias_series WHERE weight_set = ?")
                .param(weightSet)
                .query(row -> {
                    numbers.put(row.getString("instrument"), row.getShort("number"));
                });
        return numbers;
    }

    private static void write(BinaryCopy copy, short series, Instant asOf, InstrumentBias bias) {
        DataHealth health = bias.health();
        Composition composition = bias.composition();
        NoLabel reason = bias.reason();
        copy.row(BIAS_COLUMNS)
                .instant(asOf)
                .number(bias.z())
                .number(bias.score())
                .number(health.value())
                .number(health.coverage())
                .number(health.freshness())
                .number(health.quality())
                .number(composition.agreement())
                .number(composition.breadth())
                .number(composition.newShare())
                .text(reason == null ? null : reason.code())
                .smallNumber(series);
    }
}
