package org.macroedge.server.platform.timescale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Forgets what was lost, in one transaction, so that it is made again: the steps by their migrations, and the rows
/// from the facts, by the consumers of events.
final class StoreRepair {

    private static final String VIEWS = "/db/migration/V47__mean_surprise.sql";
    private static final String ROWS = "/db/timescale/repair/rows.sql";
    private static final String POLICIES = "/db/timescale/repair/policies.sql";

    private static final String WAIT = "SET LOCAL lock_timeout = '10s'";
    private static final String DROP_VIEWS = "DROP VIEW IF EXISTS read.mean_surprise_30d, surprise_day";
    private static final String DROP_AGGREGATE = "DROP MATERIALIZED VIEW IF EXISTS surprise_daily";

    private final DataSource source;

    StoreRepair(DataSource source) {
        this.source = source;
    }

    void run(LostObjects lost) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                run(lost, statement);
                connection.commit();
            } catch (SQLException fault) {
                connection.rollback();
                throw fault;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void run(LostObjects lost, Statement statement) throws SQLException {
        statement.execute(WAIT);
        boolean aggregate =
                lost.steps().containsKey(StorePart.AGGREGATE) || !lost.views().isEmpty();
        if (aggregate) {
            statement.execute(DROP_VIEWS);
            statement.execute(DROP_AGGREGATE);
            statement.execute(script(VIEWS));
            forget(StorePart.AGGREGATE, List.of("surprise_daily"), statement);
        }
        if (lost.steps().containsKey(StorePart.HYPERTABLES)) {
            statement.execute(script(ROWS));
        }
        if (lost.steps().containsKey(StorePart.COLUMNSTORE)) {
            statement.execute(script(POLICIES));
        }
        for (StorePart part : lost.steps().keySet()) {
            forget(part, lost.steps().get(part), statement);
        }
    }

    /// The names are those of our own files.
    private static void forget(StorePart part, List<String> steps, Statement statement) throws SQLException {
        String scripts = steps.stream()
                .map(step -> "script LIKE 'V%\\_\\_" + step + ".sql'")
                .collect(Collectors.joining(" OR "));
        statement.execute("DO $$ BEGIN IF to_regclass('" + part.history() + "') IS NOT NULL THEN EXECUTE 'DELETE FROM "
                + part.history() + " WHERE " + scripts.replace("'", "''") + "'; END IF; END $$");
    }

    private static String script(String name) {
        try (InputStream script = StoreRepair.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException(name + " is not part of the program");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
