package org.macroedge.server.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/// The lock of a job in the database: one run at a time in all processes. It belongs to a connection, so a process that
/// is killed gives it back.
final class JobLock {

    private static final String TAKE = "SELECT pg_try_advisory_lock(hashtextextended('job ' || ?, 0))";
    private static final String GIVE_BACK = "SELECT pg_advisory_unlock(hashtextextended('job ' || ?, 0))";

    private final DataSource source;

    JobLock(DataSource source) {
        this.source = source;
    }

    /// Works under the lock.
    ///
    /// @return empty where another run holds it
    <T> Optional<T> holding(String job, Supplier<T> work) {
        try (Connection connection = source.getConnection()) {
            if (!ask(connection, TAKE, job)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                ask(connection, GIVE_BACK, job);
            }
        } catch (SQLException fault) {
            throw new UncategorizedSQLException("lock of job " + job, null, fault);
        }
    }

    private static boolean ask(Connection connection, String sql, String job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, job);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
