package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.config.StoreProfile;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/// In the place of the extension stand rows and views of the same names.
class TimescaleHealthTest {

    private static final TimescaleSettings PLAIN = new TimescaleSettings(StoreProfile.NONE, false);
    private static final String STORE = """
        CREATE TABLE timescale_aggregate (installed_rank integer, version text, script text, type text, success boolean);
        INSERT INTO timescale_aggregate VALUES (1, '1', 'V1__surprise_daily.sql', 'SQL', true);
        CREATE SCHEMA timescaledb_information;
        CREATE VIEW timescaledb_information.continuous_aggregates AS
          SELECT 'public' AS view_schema, 'surprise_daily' AS view_name;
        INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
          SELECT 99999, 'timescaledb', 10, 2200, false, '2.29.2';
        """;

    private final String address = TestDatabase.freshAddress();

    private Database moved(String licence) {
        try (Database plain = Database.at(address, PLAIN)) {
            plain.jdbc().sql(STORE).update();
            plain.jdbc()
                    .sql("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timescaledb.license = ''" + licence
                            + "''', current_database()); END $$")
                    .update();
        }
        return Database.at(address, PLAIN);
    }

    @Test
    void aLicenceThatNoLongerCoversTheAggregateIsTold() {
        try (LogLines lines = LogLines.open();
                Database database = moved("apache")) {
            new TimescaleNotice(database).write();
            lines.assertSeen("LogMessage.AGGREGATE_REFUSED");

            Health health = new TimescaleHealth(database).health();

            assertThat(health.getStatus()).isEqualTo(new Status("SLOWER"));
            assertThat(health.getDetails())
                    .containsEntry(
                            "reason", "licence apache of TimescaleDB does not cover aggregate, which the store uses");
        }
    }

    /// Eight are all that the pool has.
    @Test
    void aPoolWhoseConnectionsAreAllBusyDoesNotHoldTheHealthUp() throws Exception {
        List<Connection> busy = new ArrayList<>();
        try (Database database = moved("timescale")) {
            for (int connection = 0; connection < 8; connection++) {
                busy.add(database.source().getConnection());
            }
            assertThat(new TimescaleHealth(database).health().getStatus()).isEqualTo(Status.UP);
            for (Connection connection : busy) {
                connection.close();
            }
        }
    }

    @Test
    void whatIsLostUnderAServerIsTold() {
        try (Database database = moved("timescale")) {
            TimescaleHealth health = new TimescaleHealth(database);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            database.jdbc()
                    .sql("DELETE FROM pg_extension WHERE extname = 'timescaledb'")
                    .update();

            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails())
                    .containsEntry(
                            "reason",
                            "the store has lost surprise_daily: stop the servers, and run `database timescale`");
        }
    }
}
