package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.cli.doctor.TimescaleChecks;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.config.StoreProfile;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.timescale.StorePart;

/// A store on plain tables is moved to a real TimescaleDB with its rows.
@Tag("system")
@Timeout(900)
class MovedStoreTest {

    private static final TimescaleSettings PLAIN = new TimescaleSettings(StoreProfile.NONE, false);
    private static final TimescaleSettings APACHE = new TimescaleSettings(StoreProfile.APACHE, false);
    private static final TimescaleSettings WHOLE = new TimescaleSettings(StoreProfile.TIMESCALE, true);
    private static final String ROWS = """
        us-nonfarm-payrolls,2015-03-06T13:30:00Z,,200000,240000,
        us-nonfarm-payrolls,2015-04-03T12:30:00Z,,126000,245000,
        us-cpi-mom,2016-05-17T12:30:00Z,,0.7,0.3,
        """;

    private final Path log;

    MovedStoreTest(@TempDir Path folder) {
        this.log = folder.resolve("log");
    }

    @Test
    void aStoreIsMovedWithItsRowsOnceAndGoesOn() throws Exception {
        try (TimescaleProcess server = TimescaleProcess.start(log, "extension")) {
            StoreReads before;
            try (Database plain = server.open(PLAIN)) {
                TwinStore.of(plain).loadSample();
                before = StoreReads.of(plain);
            }
            server.turns("statement");
            List<String> steps = new ArrayList<>();
            try (Database opened = Database.at(server.url(), APACHE)) {
                assertThat(StorePart.values()).noneMatch(opened::has);
                assertThat(TimescaleChecks.text(opened))
                        .isEqualTo("the store uses nothing of TimescaleDB 2.23.0-dev (licence timescale); macro-edge"
                                + " database timescale moves it");
                opened.moveToTimescale(steps::add);
                assertThat(steps)
                        .containsExactly(
                                "hypertables: surprise",
                                "hypertables: rolling_statistic",
                                "hypertables: run",
                                "hypertables: bias_value",
                                "hypertables: index_value");
                StoreReads.of(opened).assertEqualTo(before, "hypertables");
            }
            steps.clear();
            try (Database moved = Database.at(server.url(), WHOLE)) {
                moved.moveToTimescale(steps::add);
                assertThat(steps).containsExactly("aggregate: surprise_daily", "columnstore: columnstore");
                assertThat(StorePart.values()).allMatch(moved::has);
                StoreReads.of(moved).assertEqualTo(before, "the whole");
                moved.moveToTimescale(steps::add);
                assertThat(steps).hasSize(2);
                server.turns("transaction");
                TwinStore store = TwinStore.of(moved);
                store.load(ROWS);
                assertThat(StoreReads.of(moved).fingerprints()).isNotEqualTo(before.fingerprints());
                store.undoLast();
                StoreReads.refresh(moved);
                StoreReads.of(moved).assertEqualTo(before, "after an import and its undo");
            }
        }
    }

    @Test
    void theExtensionIsCreatedWhereTheServerAllowsIt() throws Exception {
        try (TimescaleProcess server = TimescaleProcess.start(log);
                Database database = Database.at(server.url())) {
            assertThat(database.timescale().installed()).isNull();
            database.moveToTimescale(step -> {});
            assertThat(database.timescale().installed()).startsWith("2.");
            assertThat(database.has(StorePart.AGGREGATE)).isTrue();
            assertThat(database.has(StorePart.COLUMNSTORE)).isFalse();
            assertThat(TimescaleChecks.text(database))
                    .isEqualTo("the store uses hypertables, a continuous aggregate of TimescaleDB 2.23.0-dev (licence"
                            + " timescale); the columnstore is off, as it can return wrong rows below 2.29.2");
        }
    }

    @Test
    void aUserWhoMayNotCreateTheExtensionIsToldWhoMay() throws Exception {
        try (TimescaleProcess server = TimescaleProcess.start(log);
                Database database = Database.at(server.url())) {
            database.jdbc().sql("CREATE ROLE weak").update();
            database.jdbc().sql("SET ROLE weak").update();
            assertThatThrownBy(() -> database.moveToTimescale(step -> {}))
                    .hasMessage("the extension TimescaleDB cannot be created in the database: ERROR: permission denied"
                            + " to create extension \"timescaledb\". Let the administrator of the server run CREATE"
                            + " EXTENSION timescaledb in this database");
        }
    }

    @Test
    void rowsOfTheLargestTableCanBeDroppedByAgeAndTheOthersStay() throws Exception {
        try (TimescaleProcess server = TimescaleProcess.start(log, "extension");
                Database database = server.open(WHOLE)) {
            TwinStore store = TwinStore.of(database);
            store.load(ROWS);
            assertThat(count(database, "bias_value WHERE as_of < '2016-04-01'")).isPositive();
            store.load("us-cpi-mom,2020-01-14T13:30:00Z,,0.2,0.3,\n");
            long job = database.jdbc()
                    .sql("SELECT add_retention_policy('bias_value', drop_after => INTERVAL '10 years')")
                    .query(Long.class)
                    .single();
            database.jdbc().sql("CALL run_job(" + job + ")").update();
            assertThat(count(database, "bias_value WHERE as_of < '2016-04-01'")).isZero();
            assertThat(count(database, "bias_value WHERE as_of > '2019-01-01'")).isPositive();
            assertThat(count(database, "run WHERE as_of < '2016-01-01'")).isPositive();
            store.load("us-cpi-mom,2020-02-13T13:30:00Z,,0.1,0.2,\n");
            assertThat(count(database, "surprise")).isEqualTo(5);
            assertThat(count(database, "bias_value WHERE as_of < '2016-04-01'")).isZero();
        }
    }

    @Test
    void aRefreshThatFailsIsToldAndTheRowsAreStored() throws Exception {
        try (LogLines lines = LogLines.open();
                TimescaleProcess server = TimescaleProcess.start(log, "extension");
                Database database = server.open(new TimescaleSettings(StoreProfile.TIMESCALE, false))) {
            TwinStore store = TwinStore.of(database);
            database.jdbc()
                    .sql("ALTER MATERIALIZED VIEW surprise_daily RENAME TO hidden")
                    .update();
            store.load(ROWS);
            assertThat(count(database, "read.surprises")).isEqualTo(3);
            while (lines.lines().stream().noneMatch(line -> line.startsWith("The mean surprise in SQL"))) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            store.store().context().close();
            lines.assertSeen("LogMessage.AGGREGATE_BEHIND");
        }
    }

    @Test
    void aStoreWhoseExtensionWasDroppedIsRefusedAndMadeAgainFromTheFacts() throws Exception {
        try (TimescaleProcess server = TimescaleProcess.start(log, "extension")) {
            StoreReads before;
            try (Database database = server.open(WHOLE)) {
                TwinStore.of(database).load(ROWS);
                StoreReads.refresh(database);
                before = StoreReads.of(database);
                database.jdbc().sql("DROP EXTENSION timescaledb CASCADE").update();
                assertThat(count(database, "surprise")).isZero();
            }
            server.turns("statement");
            server.newSession();
            assertThatThrownBy(() -> Database.at(server.url()))
                    .hasMessageStartingWith("the store has lost what it kept in TimescaleDB: surprise,")
                    .hasMessageContaining(
                            "read.mean_surprise_30d, surprise_day. Stop the servers of this database, and");
            List<String> steps = new ArrayList<>();
            try (Database moved = Database.at(server.url(), WHOLE.repairing())) {
                moved.moveToTimescale(steps::add);
                assertThat(steps).hasSize(7);
                assertThat(moved.lost()).isEmpty();
                server.turns("transaction");
                TwinStore.of(moved).store().delivery().drain();
                StoreReads.refresh(moved);
                StoreReads.of(moved).assertEqualTo(before, "after the repair");
            }
        }
    }

    private static long count(Database database, String rows) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + rows)
                .query(Long.class)
                .single();
    }
}
