package org.macroedge.server.platform.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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

    private static StoreParts parts(Database database) {
        return new StoreParts(database.source(), TimescaleSettings.DEFAULT);
    }
}
