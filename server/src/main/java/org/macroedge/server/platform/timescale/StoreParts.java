package org.macroedge.server.platform.timescale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Secrets;
import org.macroedge.server.platform.config.StoreProfile;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Gives a store what its server has of TimescaleDB, one transaction for each step.
public final class StoreParts {

    /// The state of a statement that waited too long for a lock.
    private static final String LOCK_TIMEOUT = "55P03";

    private static final String AVAILABLE =
            "SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb')";

    private static final String EMPTY = "SELECT NOT EXISTS (SELECT FROM batch)";

    private static final String BEGUN = Arrays.stream(StorePart.values())
            .map(part -> "to_regclass('" + part.history() + "') IS NOT NULL")
            .collect(Collectors.joining(", ", "SELECT ", ""));

    private final DataSource source;
    private final TimescaleSettings settings;

    public StoreParts(DataSource source, TimescaleSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    /// Gives an empty store what the settings and the server allow, and ends what was begun in another one.
    ///
    /// @return what the store has
    /// @throws MacroEdgeException with `setting-fault` where the settings demand what is not there; with
    /// `database-fault` where the store has lost what it had
    public Set<StorePart> open() throws SQLException {
        TimescaleServer server = server();
        Set<StorePart> parts = begun();
        if (settings.repairs()) {
            return parts;
        }
        check(server);
        checkWhole(parts);
        if (server.profile() != StoreProfile.NONE && is(EMPTY)) {
            parts.addAll(wanted(server));
        }
        migrate(parts, step -> {});
        return parts;
    }

    /// Gives a store with rows what the settings and the server allow. It can be repeated, also after it was killed.
    ///
    /// @param progress receives what was done, one line for each step
    /// @return what the store has
    /// @throws MacroEdgeException with `database-fault` where the server does not have it
    public Set<StorePart> convert(Consumer<String> progress) throws SQLException {
        createExtension();
        TimescaleServer server = server();
        check(server);
        Set<StorePart> parts = wanted(server);
        parts.addAll(begun());
        LostObjects lost = lostObjects();
        if (!lost.isEmpty()) {
            repair(lost);
        }
        migrate(parts, progress);
        return parts;
    }

    /// The names of what the store had made and no longer has, for people; empty where it has everything.
    public static String lost(Connection connection) throws SQLException {
        return LostObjects.of(connection).toString();
    }

    private LostObjects lostObjects() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return LostObjects.of(connection);
        }
    }

    private TimescaleServer server() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return TimescaleServer.of(connection);
        }
    }

    private void checkWhole(Set<StorePart> parts) throws SQLException {
        String lost = parts.isEmpty() ? "" : lostObjects().toString();
        if (!lost.isEmpty()) {
            throw TimescaleMessage.LOST.exception(lost);
        }
    }

    private void check(TimescaleServer server) {
        StoreProfile demanded = settings.profile();
        if (demanded != null && !server.profile().has(demanded)) {
            throw TimescaleMessage.LACKING.exception(
                    Variable.TIMESCALE.key(), demanded.code(), server.profile().code());
        }
    }

    private Set<StorePart> wanted(TimescaleServer server) {
        return wanted(server, settings);
    }

    /// The parts that a store on a server has, or is given when it is moved.
    public static Set<StorePart> wanted(TimescaleServer server, TimescaleSettings settings) {
        StoreProfile profile = settings.profile() == null ? server.profile() : settings.profile();
        Set<StorePart> parts = EnumSet.noneOf(StorePart.class);
        for (StorePart part : StorePart.values()) {
            if (profile.has(part.profile())) {
                parts.add(part);
            }
        }
        if (!server.hasSafeColumnstore() && !settings.anyVersion()) {
            parts.remove(StorePart.COLUMNSTORE);
        }
        return parts;
    }

    void repair(LostObjects lost) {
        try {
            new StoreRepair(source).run(lost);
        } catch (SQLException fault) {
            throw refused(fault, fault);
        }
    }

    private Set<StorePart> begun() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return begun(connection);
        }
    }

    /// What the store has, or was given and not yet finished.
    public static Set<StorePart> begun(Connection connection) throws SQLException {
        Set<StorePart> parts = EnumSet.noneOf(StorePart.class);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BEGUN)) {
            row.next();
            for (StorePart part : StorePart.values()) {
                if (row.getBoolean(part.ordinal() + 1)) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    private void createExtension() throws SQLException {
        if (server().installed() != null) {
            return;
        }
        if (!is(AVAILABLE)) {
            throw TimescaleMessage.NOT_INSTALLED.exception();
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS timescaledb");
        } catch (SQLException refused) {
            throw TimescaleMessage.NOT_CREATED.causedBy(refused, reason(refused));
        }
    }

    void migrate(Set<StorePart> parts, Consumer<String> progress) throws SQLException {
        for (StorePart part : parts) {
            if (!isCurrent(part)) {
                migrate(part, progress);
            }
        }
    }

    /// Whether every step was taken: each has its number.
    private boolean isCurrent(StorePart part) throws SQLException {
        String history = part.history();
        return is("SELECT to_regclass('" + history + "') IS NOT NULL")
                && is("SELECT count(*) >= " + part.version() + " FROM " + history + " WHERE success AND type = 'SQL'");
    }

    private boolean is(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void migrate(StorePart part, Consumer<String> progress) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(part.location())
                    .table(part.history())
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .outOfOrder(true)
                    .callbacks(new MigrationProgress(part, progress))
                    .load()
                    .migrate();
        } catch (FlywayException fault) {
            throw refused(fault, cause(fault));
        }
    }

    private static MacroEdgeException refused(Exception fault, @Nullable SQLException cause) {
        return cause != null && LOCK_TIMEOUT.equals(cause.getSQLState())
                ? TimescaleMessage.BUSY.causedBy(fault)
                : TimescaleMessage.FAILED.causedBy(fault, reason(cause == null ? fault : cause));
    }

    private static @Nullable SQLException cause(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /// The first line, without a password.
    private static String reason(Throwable fault) {
        String words = String.valueOf(fault.getMessage());
        return Secrets.masked(words.lines().findFirst().orElse(words));
    }
}
