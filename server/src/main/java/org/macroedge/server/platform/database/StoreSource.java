package org.macroedge.server.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.macroedge.server.platform.trace.Traces;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// The pool of connections. Who asks for one while all are busy waits; who asks while the database does not answer
/// hears so within half a second.
final class StoreSource extends AbstractDataSource {

    private static final int CONNECTIONS = 8;
    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BUSY = "every connection was busy for " + PATIENCE.toSeconds() + " seconds";
    /// The state of a connection for which there are too many others.
    private static final String TOO_MANY = "53300";

    private final DatabaseConnections connections;
    private final HikariDataSource pool = new HikariDataSource();

    /// @param known whether the database is known to answer; another is tried once at first
    StoreSource(DatabaseConnections connections, boolean known) {
        this.connections = connections;
        pool.setDataSource(connections);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(STEP.toMillis());
        pool.setValidationTimeout(STEP.toMillis() / 2);
        pool.setInitializationFailTimeout(known ? -1 : 1);
    }

    @Override
    public Connection getConnection() throws SQLException {
        long start = System.nanoTime();
        while (true) {
            connections.checkUp();
            try {
                Connection connection = pool.getConnection();
                return Traces.isOn() ? TracedConnection.of(connection) : connection;
            } catch (SQLTransientConnectionException busyOrDown) {
                if (connections.hasFailed()) {
                    throw busyOrDown;
                }
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new SQLTransientConnectionException(BUSY, TOO_MANY, busyOrDown);
                }
            }
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    /// Gives up the connections that are open: those in use when they are returned.
    void evict() {
        if (pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    void close() {
        pool.close();
    }
}
