package org.macroedge.server.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Opens connections to the database, wherever it is by now, and remembers whether the last attempt succeeded.
final class DatabaseConnections extends AbstractDataSource {

    private static final int PING_SECONDS = 1;
    /// The state of a connection that the other side refused or lost.
    private static final String NO_CONNECTION = "08001";

    /// Lets the database find out within half a minute that the machine of a connection is gone,
    /// or cut off: what the connection holds is free then, and another server goes on. By default
    /// that takes two hours. Where an answer was on its way, the system of the database repeats it
    /// for up to 15 minutes before.
    private static final String ENDS_WITH_ITS_MACHINE =
            "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private final Supplier<String> url;
    private final int connectSeconds;
    private final Properties login = new Properties();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean failed;
    private volatile @Nullable String down;
    private volatile @Nullable String first;
    private volatile boolean sharing;
    private volatile boolean moved;

    /// @param connectSeconds the longest time that an attempt to connect may take
    DatabaseConnections(
            Supplier<String> url, int connectSeconds, @Nullable String username, @Nullable String password) {
        this.url = url;
        this.connectSeconds = connectSeconds;
        if (username != null && password != null) {
            login.setProperty("user", username);
            login.setProperty("password", password);
        }
    }

    /// Fails at once while the database is known to be down.
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = begun(checked(connectSeconds, 0));
        open.removeIf(DatabaseConnections::isClosed);
        open.add(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new UnsupportedOperationException("the login is part of the settings");
    }

    /// Lets each connection that is opened from now on begin with a statement.
    void begin(String sql) {
        first = sql;
    }

    /// Lets each connection that is opened from now on share the lock of the store, or no longer.
    void share(boolean share) {
        sharing = share;
    }

    /// Whether an attempt found the store being moved since this was last asked.
    boolean takeMoved() {
        boolean seen = moved;
        moved = false;
        return seen;
    }

    /// Lets [#takeMoved] say so once more.
    void lookAgain() {
        moved = true;
    }

    private Connection begun(Connection connection) throws SQLException {
        String sql = first;
        try {
            if (sharing) {
                execute(connection, ENDS_WITH_ITS_MACHINE);
                StoreLock.share(connection);
            }
            if (sql != null) {
                execute(connection, sql);
            }
            return connection;
        } catch (SQLException fault) {
            failed = true;
            moved |= StoreLock.isMoving(fault);
            connection.close();
            throw fault;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// So long does the pool wait for an attempt under way when it is closed.
    @Override
    public int getLoginTimeout() {
        return connectSeconds;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the pool's own patience, which is no concern of an attempt
    }

    private Connection checked(int connectSeconds, int answerSeconds) throws SQLException {
        checkUp();
        try {
            Connection connection = connect(connectSeconds, answerSeconds);
            failed = false;
            return connection;
        } catch (SQLException fault) {
            failed = true;
            throw fault;
        }
    }

    /// Opens a connection whether or not the database is known to be down.
    ///
    /// @param answerSeconds the longest time that an answer may take; 0 for any
    Connection connect(int connectSeconds, int answerSeconds) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(login);
        properties.setProperty("connectTimeout", String.valueOf(connectSeconds));
        properties.setProperty("loginTimeout", String.valueOf(connectSeconds));
        properties.setProperty("socketTimeout", String.valueOf(answerSeconds));
        Connection connection = new Driver().connect(url.get(), properties);
        if (connection == null) {
            throw new SQLException("not a URL of PostgreSQL", NO_CONNECTION);
        }
        return connection;
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException unusable) {
            return true;
        }
    }

    /// Breaks off every connection, also those that wait for an answer: these waits fail at once.
    void abort() {
        for (Connection connection : open) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException closed) {
                // then nobody waits for it
            }
        }
        open.clear();
    }

    void checkUp() throws SQLException {
        String why = down;
        if (why != null) {
            throw new SQLTransientConnectionException(why, NO_CONNECTION);
        }
    }

    /// Whether the last attempt to connect failed: waiting for a connection is then in vain.
    boolean hasFailed() {
        return failed || down != null;
    }

    /// Lets every attempt fail from now on.
    void down(String why) {
        down = why;
    }

    void up() {
        down = null;
        failed = false;
    }

    /// Asks the database for a sign of life over a connection of its own: those of the pool may all be busy.
    void ping() throws SQLException {
        try (Connection connection = checked(PING_SECONDS, PING_SECONDS)) {
            if (!connection.isValid(PING_SECONDS)) {
                throw new SQLTransientConnectionException("no answer within a second", NO_CONNECTION);
            }
        }
    }
}
