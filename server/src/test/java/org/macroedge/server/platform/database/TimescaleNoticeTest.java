package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.TimescaleProcess;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.config.StoreProfile;
import org.macroedge.server.platform.config.TimescaleSettings;

@Tag("system")
class TimescaleNoticeTest {

    private final Path log;

    TimescaleNoticeTest(@TempDir Path folder) {
        this.log = folder.resolve("log");
    }

    @Test
    void theLogSaysThatTheColumnstoreIsOff() throws Exception {
        try (LogLines lines = LogLines.open();
                TimescaleProcess server = TimescaleProcess.start(log, "extension");
                Database database = server.open(TimescaleSettings.DEFAULT)) {
            new TimescaleNotice(database).write();
            lines.assertSeen("LogMessage.COLUMNSTORE_OFF");
        }
    }

    @Test
    void aStoreThatLeavesItAloneOnPurposeSaysNothing() throws Exception {
        try (LogLines lines = LogLines.open();
                TimescaleProcess server = TimescaleProcess.start(log, "extension");
                Database database = server.open(new TimescaleSettings(StoreProfile.APACHE, false))) {
            new TimescaleNotice(database).write();
            assertThat(lines.lines()).isEmpty();
        }
    }
}
