package org.macroedge.server.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The servers that deliver the events of the store. Each shares a lock of PostgreSQL over the connection of its
/// notices, which one that ends or is killed gives back.
public final class DeliveringServers {

    private static final String KEY = "hashtextextended('macro-edge delivers events', 0)";
    private static final String JOIN = "SELECT pg_advisory_lock_shared(" + KEY + ")";
    private static final String OTHERS = """
        SELECT count(DISTINCT pid) FROM pg_locks
        WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint << 32 | objid::bigint = %s
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid NOT IN (?, ?)
        """.formatted(KEY);
    private static final int NONE = 0;

    private final JdbcClient jdbc;
    /// The process of PostgreSQL that holds this server's lock.
    private volatile int own = NONE;
    /// The one before it: where its connection was cut without an end, it holds the lock for a while still.
    private volatile int former = NONE;

    public DeliveringServers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes this process one of them until the connection ends.
    void join(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(JOIN);
        }
        former = own;
        own = connection.unwrap(PGConnection.class).getBackendPID();
    }

    /// Whether any is another process than this one.
    public boolean hasOthers() {
        return others() > 0;
    }

    private int others() {
        return jdbc.sql(OTHERS).params(own, former).query(Integer.class).single();
    }

    /// How many partitions of the log each takes, this one among them.
    int parts() {
        return Math.ceilDiv(EventLog.PARTITIONS, others() + 1);
    }
}
