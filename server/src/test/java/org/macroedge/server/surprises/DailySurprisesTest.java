package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.config.StoreProfile;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

/// In the place of the extension stand rows and views of the same names.
class DailySurprisesTest {

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

    /// A repetition changes nothing, so that each change is told once.
    @Test
    void aRefreshThatTheLicenceRefusesIsNotRepeated() throws Exception {
        String address = TestDatabase.freshAddress();
        try (Database plain = Database.at(address, PLAIN)) {
            plain.jdbc().sql(STORE).update();
        }
        try (LogLines lines = LogLines.open();
                Database database = Database.at(address, PLAIN);
                DailySurprises daily = new DailySurprises(database)) {
            for (int change = 1; change <= 2; change++) {
                database.transactions().executeWithoutResult(status -> daily.refreshAfterCommit());
                int expected = change;
                for (int attempt = 0;
                        attempt < 200 && (lines.lines().size() < expected || daily.isWorking());
                        attempt++) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                assertThat(daily.isWorking()).isFalse();
                assertThat(lines.lines()).hasSize(expected);
            }
            lines.assertSeen("LogMessage.AGGREGATE_REFUSED");
        }
    }
}
