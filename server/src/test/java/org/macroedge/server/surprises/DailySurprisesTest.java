package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.PretendedTimescale;
import org.macroedge.server.platform.database.TestDatabase;

class DailySurprisesTest {

    /// A repetition changes nothing, so that each change is told once.
    @Test
    void aRefreshThatTheLicenceRefusesIsNotRepeated() throws Exception {
        String address = TestDatabase.freshAddress();
        PretendedTimescale.make(address);
        try (LogLines lines = LogLines.open();
                Database database = Database.at(address, PretendedTimescale.SETTINGS);
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
