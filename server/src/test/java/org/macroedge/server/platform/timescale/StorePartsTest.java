package org.macroedge.server.platform.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.server.platform.config.StoreProfile;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

class StorePartsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/timescale");
    private static final String BY_RANGE =
            "CREATE FUNCTION by_range(text, interval) RETURNS text LANGUAGE sql AS $$ SELECT $1 $$";
    private static final String CREATE_HYPERTABLE = """
        CREATE FUNCTION create_hypertable(moved regclass, text, create_default_indexes boolean, migrate_data boolean)
        RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', moved);
        END $$
        """;

    @ParameterizedTest
    @CsvSource({
        ", , NONE, false",
        "2.23.0-dev, timescale, TIMESCALE, false",
        "2.29.1, timescale, TIMESCALE, false",
        "2.29.2, timescale, TIMESCALE, true",
        "2.30.0, apache, APACHE, true",
        "3.0.0-rc1, timescale, TIMESCALE, true",
        "2.9.5, , APACHE, false",
        "next, timescale, TIMESCALE, false"
    })
    void theProfileFollowsFromVersionAndLicence(
            String installed, String licence, StoreProfile profile, boolean safeColumnstore) {
        TimescaleServer server = new TimescaleServer(installed, licence);
        assertThat(server.profile()).isEqualTo(profile);
        assertThat(server.hasSafeColumnstore()).isEqualTo(safeColumnstore);
    }

    @ParameterizedTest
    @EnumSource
    void theVersionOfAPartIsThatOfItsLastMigration(StorePart part) throws IOException {
        Path folder = MIGRATIONS.resolve(part.location().replaceFirst(".*/", ""));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                            .max(Integer::compare))
                    .hasValue(Integer.valueOf(part.version()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aProfileThatTheServerLacksIsRefused(StoreProfile demanded) {
        assertThatThrownBy(() -> Database.at(TestDatabase.freshAddress(), new TimescaleSettings(demanded, false)))
                .hasMessage("MACRO_EDGE_TIMESCALE=" + demanded.code() + ", and the server of the database has profile"
                        + " none only. Leave the variable out, or let the administrator of the server install what is"
                        + " missing");
    }

    @Test
    void aStoreOnAServerWithoutTheExtensionStaysAsItIs() {
        try (Database database = TestDatabase.fresh()) {
            assertThat(StorePart.values()).noneMatch(database::has);
            assertThatThrownBy(() -> database.moveToTimescale(step -> {}))
                    .hasMessageStartingWith("the server of the database does not have TimescaleDB. Install it on");
        }
    }

    @Test
    void aStepThatTheServerRefusesIsTold() {
        try (Database database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> parts(database).migrate(EnumSet.of(StorePart.HYPERTABLES), step -> {}))
                    .hasMessageStartingWith("the store cannot be moved to TimescaleDB: ERROR: function by_range(")
                    .hasMessageEndingWith("Remove the cause, and repeat the command: it goes on where it stopped");
        }
    }

    /// In the place of the extension stands a function that takes the same lock.
    @Test
    void aTableInUseIsWaitedForTenSecondsAndTheNextAttemptGoesOn() throws Exception {
        try (Database database = TestDatabase.fresh();
                Connection reader = database.connect();
                Statement reading = reader.createStatement()) {
            database.jdbc().sql(BY_RANGE).update();
            database.jdbc().sql(CREATE_HYPERTABLE).update();
            List<String> steps = new ArrayList<>();
            reader.setAutoCommit(false);
            reading.execute("SELECT count(*) FROM run");
            assertThatThrownBy(() -> parts(database).migrate(EnumSet.of(StorePart.HYPERTABLES), steps::add))
                    .hasMessageStartingWith("the store cannot be moved to TimescaleDB while a table of it is in use");
            assertThat(steps).containsExactly("hypertables: surprise", "hypertables: rolling_statistic");
            reader.rollback();
            parts(database).migrate(EnumSet.of(StorePart.HYPERTABLES), steps::add);
            assertThat(steps)
                    .endsWith("hypertables: run", "hypertables: bias_value", "hypertables: index_value")
                    .hasSize(5);
        }
    }

    private static final String HISTORY = """
        CREATE TABLE timescale_hypertables (installed_rank integer, version text, script text, type text, success boolean);
        INSERT INTO timescale_hypertables VALUES (1, '0', '<< Flyway Baseline >>', 'BASELINE', true),
          (2, '1', 'V1__surprise.sql', 'SQL', true), (3, '3', 'V3__run.sql', 'SQL', true)
        """;

    /// As `DROP EXTENSION timescaledb CASCADE` leaves it.
    @Test
    void aStoreThatHasLostWhatItHadMadeIsRefused() {
        String address = TestDatabase.freshAddress();
        try (Database database = Database.at(address)) {
            assertThat(database.lost()).isEmpty();
            database.jdbc().sql(HISTORY).update();
            database.jdbc().sql("DROP VIEW read.mean_surprise_30d").update();
            assertThat(database.lost()).isEqualTo("surprise, run, read.mean_surprise_30d");
        }
        assertThatThrownBy(() -> Database.at(address))
                .hasMessage("the store has lost what it kept in TimescaleDB: surprise, run, read.mean_surprise_30d."
                        + " Stop the servers of this database, and run `database timescale`: it makes them again, and"
                        + " the stored history from the facts");
        try (Database opened = Database.at(address, TimescaleSettings.DEFAULT.repairing())) {
            assertThat(opened.lost()).isNotEmpty();
            assertThatThrownBy(() -> opened.moveToTimescale(step -> {}))
                    .hasMessageStartingWith("the server of the database does not have TimescaleDB");
        }
    }

    /// A step is forgotten with the rows that went with it, and taken again whatever later steps are done.
    @Test
    void aStepThatWasLostIsTakenAgainAndTheRowsAreToBeComputed() throws Exception {
        try (Database database = TestDatabase.fresh()) {
            database.jdbc().sql(BY_RANGE).update();
            database.jdbc().sql(CREATE_HYPERTABLE).update();
            parts(database).migrate(EnumSet.of(StorePart.HYPERTABLES), step -> {});
            database.jdbc()
                    .sql("INSERT INTO derived_from (name, inputs, recorded_at) VALUES ('surprises', 'x', now())")
                    .update();
            database.jdbc().sql("DROP VIEW read.mean_surprise_30d").update();
            new StoreRepair(database.source())
                    .run(new LostObjects(
                            Map.of(StorePart.HYPERTABLES, List.of("rolling_statistic", "run")),
                            List.of("read.mean_surprise_30d")));
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM derived_from")
                            .query(Long.class)
                            .single())
                    .isZero();
            List<String> steps = new ArrayList<>();
            parts(database).migrate(EnumSet.of(StorePart.HYPERTABLES), steps::add);
            assertThat(steps).containsExactly("hypertables: rolling_statistic", "hypertables: run");
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM read.mean_surprise_30d")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void aRepairDoesNotWaitForReadersWithoutEndAndTellsWhatStandsInItsWay() throws Exception {
        LostObjects lost = new LostObjects(Map.of(), List.of("surprise_day"));
        try (Database database = TestDatabase.fresh();
                Connection reader = database.connect();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT count(*) FROM read.mean_surprise_30d");
            assertThatThrownBy(() -> parts(database).repair(lost))
                    .hasMessageStartingWith("the store cannot be moved to TimescaleDB while a table of it is in use");
            reader.rollback();
            database.jdbc()
                    .sql("CREATE VIEW board AS SELECT * FROM read.mean_surprise_30d")
                    .update();
            assertThatThrownBy(() -> parts(database).repair(lost))
                    .hasMessageStartingWith(
                            "the store cannot be moved to TimescaleDB: ERROR: cannot drop desired object(s) because")
                    .hasMessageEndingWith("Remove the cause, and repeat the command: it goes on where it stopped");
        }
    }

    /// As after a restart of the database, before which the server shared the lock.
    @Test
    void aServerThatFoundTheStoreBeingMovedSeesWhatTheMoveMade() throws Exception {
        String address = TestDatabase.freshAddress();
        try (Database server = Database.at(address);
                Connection move = DriverManager.getConnection(address);
                Statement statement = move.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            statement.execute("SELECT pg_advisory_lock(hashtextextended('macro-edge store', 0))");
            assertThatThrownBy(() -> server.connect().close()).hasMessage("the store is being moved to TimescaleDB");
            assertThat(server.has(StorePart.HYPERTABLES)).isFalse();
            statement.execute(HISTORY);
            statement.execute("SELECT pg_advisory_unlock(hashtextextended('macro-edge store', 0))");
            assertThat(server.has(StorePart.HYPERTABLES)).isTrue();
        }
    }

    @Test
    void aStoreIsNotMovedWhileAnotherProcessUsesItAndNotOpenedWhileItIsMoved() throws Exception {
        String address = TestDatabase.freshAddress();
        try (Database server = Database.at(address);
                Database command = Database.at(address, TimescaleSettings.DEFAULT.repairing())) {
            server.jdbc().sql("SELECT 1").query(Long.class).single();
            assertThatThrownBy(() -> command.moveToTimescale(step -> {}))
                    .hasMessage("the store cannot be moved to TimescaleDB while servers or commands of it run. Stop"
                            + " every server of this database, on all machines, and repeat the command");
            assertThat(command.jdbc().sql("SELECT 1").query(Long.class).single())
                    .isOne();
        }
        try (Connection move = DriverManager.getConnection(address);
                Statement statement = move.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('macro-edge store', 0))");
            assertThatThrownBy(() -> Database.at(address))
                    .hasMessage("the store is being moved to TimescaleDB. Try again when it has ended");
        }
        Database.at(address).close();
    }

    private static StoreParts parts(Database database) {
        return new StoreParts(database.source(), TimescaleSettings.DEFAULT);
    }
}
