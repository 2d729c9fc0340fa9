package org.macroedge.server.bias;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.bias.Composition;
import org.macroedge.engine.bias.DataHealth;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.bias.NoLabel;
import org.macroedge.server.platform.database.BinaryCopy;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.home.DiskSpace;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `bias_value` and `bias_series`. Several processes write at a time, each the rows of other
/// instruments.
final class BiasTables {

    private static final String COPY = "COPY bias_value (as_of, z, score, health, coverage, freshness,"
            + " quality, agreement, breadth, new_share, reason, series) FROM STDIN (FORMAT binary)";
    private static final int COLUMNS = 12;

    private static final String DELETE_OTHERS = """
        DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series WHERE weight_set <> ALL (?))
        """;
    private static final String DELETE = """
        DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series WHERE weight_set = ?)
        """;
    private static final String DELETE_AT = """
        DELETE FROM bias_value WHERE series IN (SELECT number FROM bias_series WHERE weight_set = ?)
          AND as_of = ANY (?::text[]::timestamptz[])
        """;
    private static final String DELETE_FROM = """
        DELETE FROM bias_value
        WHERE series IN (SELECT number FROM bias_series WHERE weight_set = ? AND instrument = ANY (?))
          AND as_of >= ?::timestamptz
        """;
    private static final String WRITTEN = """
        SELECT instrument, extract(epoch FROM as_of)::bigint AS as_of FROM bias_value JOIN bias_series ON number = series
        WHERE weight_set = ? AND instrument = ANY (?) AND as_of >= ?::timestamptz AND as_of < ?::timestamptz
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

    BiasTables(Database database) {
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

    /// Deletes the rows of weight sets that are no longer in the catalogue.
    void keepOnly(List<String> weightSets) {
        jdbc.sql(DELETE_OTHERS).param(weightSets.toArray(String[]::new)).update();
    }

    /// Deletes the rows of a weight set.
    void clear(String weightSet) {
        jdbc.sql(DELETE).param(weightSet).update();
    }

    /// Deletes what a change of the runs has made wrong.
    ///
    /// @param readers the instruments that read a changed indicator
    void delete(String weightSet, List<String> readers, RunChanges changes) {
        Instant changedFrom = changes.changedFrom();
        if (changedFrom != null) {
            jdbc.sql(DELETE_FROM)
                    .params(weightSet, readers.toArray(String[]::new), changedFrom.toString())
                    .update();
        }
        if (!changes.removed().isEmpty()) {
            jdbc.sql(DELETE_AT)
                    .params(weightSet, RunTables.texts(changes.removed()))
                    .update();
        }
    }

    /// The instants of a span at which instruments have a bias; an instrument without any may be absent.
    Map<String, Set<Instant>> written(String weightSet, DueBiases.Span span) {
        Map<String, Set<Instant>> written = new HashMap<>();
        jdbc.sql(WRITTEN)
                .params(
                        weightSet,
                        span.instruments().toArray(String[]::new),
                        span.from().toString(),
                        span.until().toString())
                .query(row -> {
                    written.computeIfAbsent(row.getString("instrument"), id -> new HashSet<>())
                            .add(Instant.ofEpochSecond(row.getLong("as_of")));
                });
        return written;
    }

    /// Computes and writes the biases of some instruments, which have none at these instants.
    ///
    /// @param instruments positions in the model
    /// @param instants ascending
    void write(String weightSet, BiasModel model, int[] instruments, List<Instant> instants) {
        for (int[] group : BiasRuns.groups(instruments, instants.size())) {
            write(weightSet, BiasRuns.points(model, group, instants), instants);
        }
    }

    /// Writes biases that are not stored, in the order of the key, in which the index grows fastest.
    ///
    /// @param instruments at these instants
    void write(String weightSet, List<BiasPoints> instruments, List<Instant> instants) {
        if (instants.isEmpty() || instruments.isEmpty()) {
            return;
        }
        Map<String, Short> numbers = numbers(weightSet);
        try (BinaryCopy copy = new BinaryCopy(source, COPY)) {
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
    void addSeries(BiasRuns runs) {
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
        copy.row(COLUMNS)
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
