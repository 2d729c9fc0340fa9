package org.macroedge.server.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.postgresql.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The store's database with its schema up to date: the home's own, or the one that `MACRO_EDGE_DATABASE_URL`
/// names.
public final class Database implements AutoCloseable {

    /// The version that the migrations lead to.
    static final String SCHEMA = "18";

    private static final int CONNECTIONS = 8;
    private static final String MIGRATED =
            "SELECT 1 FROM flyway_schema_history WHERE version = '" + SCHEMA + "' AND success";

    private final @Nullable EmbeddedDatabase embedded;
    private final HikariDataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private Database(@Nullable EmbeddedDatabase embedded, HikariDataSource source) {
        this.embedded = embedded;
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /// Opens the database; the caller holds the home's lock.
    static Database open(Settings settings) {
        String url = settings.databaseUrl();
        if (url == null) {
            return embedded(EmbeddedDatabase.start(settings.home()));
        }
        if (Driver.parseURL(url, null) == null) {
            throw new MacroEdgeException(
                    ProblemCode.SETTING_FAULT,
                    Variable.DATABASE_URL.key() + " is not a valid URL of a PostgreSQL",
                    "",
                    "Write it like jdbc:postgresql://host/database?user=name&password=secret");
        }
        return at(null, url, null, null);
    }

    /// Opens a database by its address.
    public static Database at(String url) {
        return at(null, url, null, null);
    }

    private static Database embedded(EmbeddedDatabase embedded) {
        try {
            return at(embedded, embedded.jdbcUrl(), embedded.username(), embedded.password());
        } catch (RuntimeException fault) {
            embedded.close();
            throw fault;
        }
    }

    private static Database at(
            @Nullable EmbeddedDatabase embedded, String url, @Nullable String username, @Nullable String password) {
        Logging.await();
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername(username);
        source.setPassword(password);
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(0);
        // the embedded one is known to answer; another is tried once at first: a wrong address would be tried for 30 s
        source.setInitializationFailTimeout(embedded == null ? 1 : -1);
        try {
            migrate(source);
        } catch (PoolInitializationException fault) {
            throw unreachable(source, fault.getCause() == null ? fault : fault.getCause());
        } catch (SQLException fault) {
            throw unreachable(source, fault);
        }
        return new Database(embedded, source);
    }

    private static MacroEdgeException unreachable(HikariDataSource source, Throwable fault) {
        source.close();
        return new MacroEdgeException(
                ProblemCode.DATABASE_FAULT,
                "the database does not answer: " + fault.getMessage(),
                "",
                "Is " + Variable.DATABASE_URL.key() + " right, and does that server run?",
                fault);
    }

    private static void migrate(DataSource source) throws SQLException {
        if (!isMigrated(source)) {
            Flyway.configure().dataSource(source).load().migrate();
        }
    }

    private static boolean isMigrated(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet known = statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")) {
                if (!known.next() || !known.getBoolean(1)) {
                    return false;
                }
            }
            try (ResultSet migrated = statement.executeQuery(MIGRATED)) {
                return migrated.next();
            }
        }
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    @Override
    public void close() {
        source.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
