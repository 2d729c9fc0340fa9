package org.macroedge.server.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The tables and views of every store.
final class StoreSchema {

    private static final String BEGUN = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";
    private static final String MIGRATED =
            "SELECT true FROM flyway_schema_history WHERE version = '" + Database.SCHEMA + "' AND success";

    /// The last migration whose name ends so, after which no older version may work on the store.
    private static final String ALONE = """
        SELECT coalesce(max(version::integer), 0) FROM flyway_schema_history
        WHERE success AND version IS NOT NULL AND description ~ '(^| )alone$'
        """;

    private static final String MAY_HAVE_SCHEMA = """
        SELECT coalesce((SELECT pg_has_role(nspowner, 'MEMBER') FROM pg_namespace WHERE nspname = 'read'),
                        has_database_privilege(current_database(), 'CREATE'))
        """;

    private final DataSource source;

    StoreSchema(DataSource source) {
        this.source = source;
    }

    /// Brings it up to date.
    void migrate() throws SQLException {
        boolean begun = is(BEGUN);
        if (begun) {
            checkAge();
        }
        if (!begun || !is(MIGRATED)) {
            checkSchema();
            Flyway.configure().dataSource(source).load().migrate();
        }
    }

    private void checkAge() throws SQLException {
        int newest = read(ALONE, row -> row.next() ? row.getInt(1) : 0);
        if (newest > Integer.parseInt(Database.SCHEMA)) {
            throw DatabaseMessage.NEWER_STORE.exception(newest, Database.SCHEMA);
        }
    }

    /// Fails where the migration that makes the views for readers would.
    private void checkSchema() throws SQLException {
        if (!is(MAY_HAVE_SCHEMA)) {
            throw DatabaseMessage.NO_SCHEMA.exception();
        }
    }

    private boolean is(String sql) throws SQLException {
        return read(sql, row -> row.next() && row.getBoolean(1));
    }

    private <T> T read(String sql, Reading<T> reading) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reading.of(rows);
        }
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }
}
