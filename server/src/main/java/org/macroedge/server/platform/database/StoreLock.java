package org.macroedge.server.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The lock of a store in its database. Every connection of a process shares it, and a move to TimescaleDB has it
/// alone, so that no process works on tables that are moved, or goes on as before the move. It belongs to a connection:
/// a process that is killed gives it back.
final class StoreLock {

    private static final String KEY = "(hashtextextended('macro-edge store', 0))";
    private static final String SHARE = "SELECT pg_try_advisory_lock_shared" + KEY;
    private static final String ALONE = "SELECT pg_try_advisory_lock" + KEY;

    private static final int ATTEMPTS = 30;
    private static final int SHARE_ATTEMPTS = 5;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

    private StoreLock() {}

    /// The store is being moved by another process.
    static final class Moving extends SQLException {

        private static final long serialVersionUID = 1;
        /// The state of a lock that cannot be had.
        private static final String STATE = "55P03";

        private Moving() {
            super("the store is being moved to TimescaleDB", STATE);
        }
    }

    /// @throws Moving where another process has the lock alone
    static void share(Connection connection) throws SQLException {
        if (!ask(connection, SHARE, SHARE_ATTEMPTS)) {
            throw new Moving();
        }
    }

    /// Whether a fault has this cause.
    static boolean isMoving(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Moving) {
                return true;
            }
        }
        return false;
    }

    /// Whether no other connection has it; it is then had until the connection is closed, however long it is idle.
    /// Those that this process gives up end within moments.
    static boolean takeAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET idle_session_timeout = 0");
        }
        return ask(connection, ALONE, ATTEMPTS);
    }

    /// A connection that was closed gives the lock back a moment later.
    private static boolean ask(Connection connection, String sql, int attempts) throws SQLException {
        for (int attempt = 1; !ask(connection, sql); attempt++) {
            if (attempt == attempts) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        return true;
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
