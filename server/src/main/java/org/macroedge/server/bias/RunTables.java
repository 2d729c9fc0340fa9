package org.macroedge.server.bias;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.macroedge.server.platform.database.BinaryCopy;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `run`. One writer at a time.
final class RunTables {

    private static final String COPY =
            "COPY run (weight_set, as_of, id, inputs, is_close, is_release) FROM STDIN (FORMAT binary)";
    private static final int COLUMNS = 6;

    private static final String STORED = """
        SELECT extract(epoch FROM as_of)::bigint AS as_of, encode(inputs, 'hex') AS inputs, is_close, is_release
        FROM run WHERE weight_set = ? ORDER BY as_of
        """;
    private static final String INSTANTS = """
        SELECT extract(epoch FROM as_of)::bigint AS as_of
        FROM run WHERE weight_set = ? AND as_of >= ?::timestamptz AND as_of < ?::timestamptz ORDER BY as_of
        """;
    private static final String DELETE_OTHERS = "DELETE FROM run WHERE weight_set <> ALL (?)";
    private static final String DELETE = "DELETE FROM run WHERE weight_set = ?";
    private static final String DELETE_AT =
            "DELETE FROM run WHERE weight_set = ? AND as_of = ANY (?::text[]::timestamptz[])";

    private final JdbcClient jdbc;
    private final DataSource source;

    RunTables(Database database) {
        this.jdbc = database.jdbc();
        this.source = database.source();
    }

    /// The instant of the newest run of a weight set; empty without any.
    Optional<Instant> last(String weightSet) {
        return jdbc.sql("SELECT as_of FROM run WHERE weight_set = ? ORDER BY as_of DESC LIMIT 1")
                .param(weightSet)
                .query((row, number) -> InstantColumn.of(row, "as_of"))
                .optional();
    }

    /// Every run of a weight set, ascending.
    List<RunRow> stored(String weightSet) {
        return jdbc.sql(STORED)
                .param(weightSet)
                .query((row, number) -> new RunRow(
                        Instant.ofEpochSecond(row.getLong("as_of")),
                        row.getString("inputs"),
                        row.getBoolean("is_close"),
                        row.getBoolean("is_release")))
                .list();
    }

    /// The instants of the runs of a weight set in a span, ascending.
    ///
    /// @param until its end, which is not in it
    List<Instant> instants(String weightSet, Instant from, Instant until) {
        return jdbc.sql(INSTANTS)
                .params(weightSet, from.toString(), until.toString())
                .query((row, number) -> Instant.ofEpochSecond(row.getLong("as_of")))
                .list();
    }

    /// The hash of the inputs of a run that is stored.
    String inputs(String weightSet, Instant asOf) {
        return jdbc.sql("SELECT encode(inputs, 'hex') FROM run WHERE weight_set = ? AND as_of = ?::timestamptz")
                .params(weightSet, asOf.toString())
                .query(String.class)
                .single();
    }

    /// Deletes the rows of weight sets that are no longer in the catalogue.
    void keepOnly(List<String> weightSets) {
        jdbc.sql(DELETE_OTHERS).param(weightSets.toArray(String[]::new)).update();
    }

    /// Deletes the rows of a weight set.
    void clear(String weightSet) {
        jdbc.sql(DELETE).param(weightSet).update();
    }

    /// Replaces the rows that differ from those wanted.
    void replace(BiasRuns runs, RunChanges changes) {
        if (!changes.obsolete().isEmpty()) {
            jdbc.sql(DELETE_AT)
                    .params(runs.weightSet(), texts(changes.obsolete()))
                    .update();
        }
        write(runs, changes.missing());
    }

    /// Writes runs that are not stored.
    void write(BiasRuns runs, List<RunRow> written) {
        if (written.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = new BinaryCopy(source, COPY)) {
            for (RunRow run : written) {
                copy.row(COLUMNS)
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

    static String[] texts(Collection<Instant> instants) {
        return instants.stream().map(Instant::toString).toArray(String[]::new);
    }
}
