package org.macroedge.server.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the database for signs of life. It keeps a connection of its own, because a new one is a new process of
/// PostgreSQL, and opens another after a fault.
final class DatabaseProbe implements AutoCloseable {

    private final DatabaseConnections connections;
    private final int connectSeconds;
    private final int seconds;
    private @Nullable Connection connection;

    /// @param connectSeconds the longest time that a connection may take
    /// @param seconds the longest time that an answer may take
    DatabaseProbe(DatabaseConnections connections, int connectSeconds, int seconds) {
        this.connections = connections;
        this.connectSeconds = connectSeconds;
        this.seconds = seconds;
    }

    /// Why the database does not answer; empty where it does, be it with a fault.
    Optional<String> silence() {
        if (connections.hasFailed()) {
            close();
        }
        try {
            ask();
            return Optional.empty();
        } catch (SQLException fault) {
            close();
            return DatabaseFaults.isOutage(fault) ? Optional.of(DatabaseFaults.reason(fault)) : Optional.empty();
        }
    }

    private void ask() throws SQLException {
        Connection open = connection == null ? connections.connect(connectSeconds, seconds) : connection;
        connection = open;
        try (Statement statement = open.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException closed) {
                // nothing is left to close
            }
        }
    }
}
