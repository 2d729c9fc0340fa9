package org.macroedge.server.platform.database;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.timescale.StorePart;
import org.macroedge.server.platform.timescale.StoreParts;
import org.macroedge.server.platform.timescale.TimescaleMessage;
import org.macroedge.server.platform.timescale.TimescaleServer;
import org.postgresql.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The store's database with its schema up to date: the home's own, or the one that `MACRO_EDGE_DATABASE_URL`
/// names.
public final class Database implements AutoCloseable {

    /// The version that the migrations lead to.
    static final String SCHEMA = "52";

    /// So long may a connection take; to one of our own longer, because a machine that has too much to do is slow, not
    /// silent.
    private static final int CONNECT_SECONDS = 5;

    private static final int OWN_CONNECT_SECONDS = 10;

    /// So long may the answer of one of our own take, which is on this machine.
    private static final int OWN_ANSWER_SECONDS = 2;

    /// Four times what a statement of role `reader` may take by default.
    private static final Duration LONG_READ = Duration.ofMinutes(2);

    /// A correction of early releases changes more compressed rows than a statement may by default.
    private static final String CHANGE_ANY_CHUNK = "SET timescaledb.max_tuples_decompressed_per_dml_transaction = 0";

    /// The driver's own log, which shows parts of an address that is wrong, and so may show a password.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final @Nullable EmbeddedDatabase embedded;
    private final DatabaseConnections connections;
    private final StoreSource source;
    private final StoreParts parts;
    private volatile Set<StorePart> inPlace = Set.of();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private Database(
            @Nullable EmbeddedDatabase embedded,
            DatabaseConnections connections,
            StoreSource source,
            StoreParts parts) {
        this.embedded = embedded;
        this.connections = connections;
        this.source = source;
        this.parts = parts;
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /// Opens the database; the caller holds the home's lock.
    static Database open(Settings settings) {
        String url = settings.databaseUrl();
        if (url == null) {
            return embedded(EmbeddedDatabase.start(settings.home()), settings.timescale());
        }
        if (Driver.parseURL(url, null) == null) {
            throw DatabaseMessage.INVALID_URL.exception(Variable.DATABASE_URL.key());
        }
        return at(url, settings.timescale());
    }

    /// Opens a database by its address.
    public static Database at(String url) {
        return at(url, TimescaleSettings.DEFAULT);
    }

    /// Opens a database by its address.
    public static Database at(String url, TimescaleSettings timescale) {
        DatabaseConnections connections = new DatabaseConnections(() -> url, CONNECT_SECONDS, null, null);
        connections.share(true);
        return open(null, connections, timescale);
    }

    private static Database embedded(EmbeddedDatabase embedded, TimescaleSettings timescale) {
        try {
            DatabaseConnections connections = new DatabaseConnections(
                    embedded::jdbcUrl, OWN_CONNECT_SECONDS, embedded.username(), embedded.password());
            return open(embedded, connections, timescale);
        } catch (RuntimeException fault) {
            embedded.close();
            throw fault;
        }
    }

    private static Database open(
            @Nullable EmbeddedDatabase embedded, DatabaseConnections connections, TimescaleSettings timescale) {
        Logging.await();
        StoreSource source = new StoreSource(connections, embedded != null);
        try {
            new StoreSchema(source).migrate();
            StoreParts parts = new StoreParts(source, timescale);
            Set<StorePart> inPlace = parts.open();
            if (embedded != null) {
                prepareReader(source, embedded.reader());
            }
            Database database = new Database(embedded, connections, source, parts);
            database.use(inPlace);
            return database;
        } catch (PoolInitializationException | SQLException | FlywayException fault) {
            source.close();
            throw DatabaseUnusable.because(embedded != null, fault);
        } catch (MacroEdgeException fault) {
            source.close();
            throw fault;
        }
    }

    private static void prepareReader(DataSource source, ReaderLogin reader) throws SQLException {
        try (Connection connection = source.getConnection()) {
            ReaderRole.prepare(connection, reader);
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

    /// Whether the store has a part of TimescaleDB. What a move by another process made is seen from its end on.
    public boolean has(StorePart part) {
        if (connections.takeMoved()) {
            look();
        }
        return inPlace.contains(part);
    }

    /// Over a new connection: one of the pool may be broken since before the move.
    private void look() {
        try (Connection connection = connections.getConnection()) {
            use(StoreParts.begun(connection));
        } catch (SQLException moving) {
            connections.lookAgain();
        }
    }

    /// What the server of the database has of TimescaleDB, asked beside the pool: its connections may all be busy.
    public TimescaleServer timescale() {
        try (Connection connection = connections.connect(CONNECT_SECONDS, OWN_CONNECT_SECONDS)) {
            return TimescaleServer.of(connection);
        } catch (SQLException fault) {
            throw DatabaseUnusable.because(embedded != null, fault);
        }
    }

    /// The names of what the store had made with TimescaleDB and no longer has; empty where it has everything. Asked
    /// beside the pool.
    public String lost() {
        try (Connection connection = connections.connect(CONNECT_SECONDS, OWN_CONNECT_SECONDS)) {
            return StoreParts.lost(connection);
        } catch (SQLException fault) {
            throw DatabaseUnusable.because(embedded != null, fault);
        }
    }

    /// Moves the store to what the server has of TimescaleDB, and makes again what it has lost.
    ///
    /// @param progress receives what was done, one line for each step
    /// @throws MacroEdgeException with `database-fault` where the server does not have it, or where
    /// other processes use the store
    public void moveToTimescale(Consumer<String> progress) {
        connections.share(false);
        source.evict();
        try (Connection alone = connections.getConnection()) {
            if (embedded == null && !StoreLock.takeAlone(alone)) {
                throw TimescaleMessage.IN_USE.exception();
            }
            use(parts.convert(progress));
        } catch (SQLException fault) {
            throw DatabaseUnusable.because(embedded != null, fault);
        } finally {
            connections.share(embedded == null);
            source.evict();
        }
    }

    private void use(Set<StorePart> inPlace) {
        this.inPlace = inPlace;
        if (inPlace.contains(StorePart.COLUMNSTORE)) {
            connections.begin(CHANGE_ANY_CHUNK);
            source.evict();
        }
    }

    /// A connection beside the pool, for work that never ends; the caller closes it.
    public Connection connect() throws SQLException {
        return connections.getConnection();
    }

    /// Fails where the disk of our own has less free space than some work needs; that of another is not known.
    ///
    /// @param work ends the sentence, as `to import these rows`
    public void requireSpace(long needed, String work) {
        if (embedded != null) {
            embedded.requireSpace(needed, work);
        }
    }

    /// Ends what role `reader` does in our own for too long, whatever time-outs its sessions set.
    public void endLongReads() {
        endReadsLongerThan(LONG_READ);
    }

    void endReadsLongerThan(Duration time) {
        if (embedded != null) {
            jdbc.sql(ReaderRole.END_LONG_WORK)
                    .param(time.toSeconds())
                    .query(Long.class)
                    .single();
        }
    }

    /// Fails where the database does not answer within a second.
    void ping() throws SQLException {
        connections.ping();
    }

    /// Asks it for signs of life over and over.
    DatabaseProbe probe() {
        return embedded == null
                ? new DatabaseProbe(connections, CONNECT_SECONDS, CONNECT_SECONDS)
                : new DatabaseProbe(connections, OWN_CONNECT_SECONDS, OWN_ANSWER_SECONDS);
    }

    /// Whether it is our own and its main process has ended.
    boolean hasEnded() {
        return embedded != null && !embedded.isRunning();
    }

    /// Whether it is our own and its folder was removed or replaced.
    boolean isLost() {
        return embedded != null && !embedded.isInPlace();
    }

    /// Lets every question fail at once until the database is started again.
    void down(String why) {
        connections.down(why);
        source.evict();
    }

    /// Breaks off the work in progress, which would otherwise wait for as long as the database is silent.
    void abort() {
        connections.abort();
    }

    /// It answers again.
    void up() {
        connections.up();
    }

    /// Starts our own again, which has ended.
    void restart() {
        if (embedded != null) {
            embedded.restart();
            connections.up();
        }
    }

    @Override
    public void close() {
        source.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
