package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.LogLines;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class TimescaleHealthTest {

    private final String address = TestDatabase.freshAddress();

    private Database moved(String licence) {
        PretendedTimescale.make(address);
        try (Database plain = Database.at(address, PretendedTimescale.SETTINGS)) {
            plain.jdbc()
                    .sql("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timescaledb.license = ''" + licence
                            + "''', current_database()); END $$")
                    .update();
        }
        return Database.at(address, PretendedTimescale.SETTINGS);
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
