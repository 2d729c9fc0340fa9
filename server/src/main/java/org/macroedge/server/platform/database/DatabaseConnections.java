package org.macroedge.server.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Opens connections to the database, wherever it is by now, and remembers whether the last attempt succeeded.
final class DatabaseConnections extends AbstractDataSource {

    private static final String CONNECT_SECONDS = "5";
    private static final int PING_SECONDS = 1;
    /// The state of a connection that the other side refused or lost.
    private static final String NO_CONNECTION = "08001";

    private final Supplier<String> url;
    private final Properties login = new Properties();
    private volatile boolean failed;
    private volatile @Nullable String down;

    DatabaseConnections(Supplier<String> url, @Nullable String username, @Nullable String password) {
        this.url = url;
        if (username != null && password != null) {
            login.setProperty("user", username);
            login.setProperty("password", password);
        }
    }

    /// Fails at once while the database is known to be down.
    @Override
    public Connection getConnection() throws SQLException {
        return open(CONNECT_SECONDS, "0");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new UnsupportedOperationException("the login is part of the settings");
    }

    /// So long does the pool wait for an attempt under way when it is closed.
    @Override
    public int getLoginTimeout() {
        return Integer.parseInt(CONNECT_SECONDS);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the pool's own patience, which is no concern of an attempt
    }

    private Connection open(String connectSeconds, String answerSeconds) throws SQLException {
        checkUp();
        Properties properties = new Properties();
        properties.putAll(login);
        properties.setProperty("connectTimeout", connectSeconds);
        properties.setProperty("loginTimeout", connectSeconds);
        properties.setProperty("socketTimeout", answerSeconds);
        try {
            Connection connection = new Driver().connect(url.get(), properties);
            if (connection == null) {
                throw new SQLException("not a URL of PostgreSQL", NO_CONNECTION);
            }
            failed = false;
            return connection;
        } catch (SQLException fault) {
            failed = true;
            throw fault;
        }
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
    }

    /// Asks the database for a sign of life over a connection of its own: those of the pool may all be busy.
    void ping() throws SQLException {
        String second = String.valueOf(PING_SECONDS);
        try (Connection connection = open(second, second)) {
            if (!connection.isValid(PING_SECONDS)) {
                throw new SQLTransientConnectionException("no answer within a second", NO_CONNECTION);
            }
        }
    }
}
