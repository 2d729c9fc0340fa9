package org.macroedge.server.platform.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which database this is, so that servers of the same one know each other: the identifier of its cluster and
/// its own number there. It is asked for once. Thread-safe.
public final class DatabaseIdentity implements Supplier<String> {

    private static final String SELECT = """
        SELECT system_identifier || '/' || oid FROM pg_control_system(), pg_database WHERE datname = current_database()
        """;

    private final JdbcClient jdbc;
    private @Nullable String identity;

    public DatabaseIdentity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @throws RuntimeException where the database does not answer or does not tell
    @Override
    public synchronized String get() {
        String known = identity;
        if (known == null) {
            known = jdbc.sql(SELECT).query(String.class).single();
            identity = known;
        }
        return known;
    }
}
