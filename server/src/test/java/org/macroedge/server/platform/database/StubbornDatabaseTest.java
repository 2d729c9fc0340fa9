package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.HomeDirectory;

/// A database that starts and answers nobody, that cannot be started again, or that leaves what cannot be removed.
class StubbornDatabaseTest {

    private final HomeDirectory home;

    StubbornDatabaseTest(@TempDir Path folder) {
        this.home = new HomeDirectory(folder.resolve("home"));
    }

    @Test
    void aDatabaseThatRefusesEveryConnectionIsStoppedAndNamed() throws IOException {
        EmbeddedDatabase.start(home).close();
        Path rules = home.database().resolve("pg_hba.conf");
        String given = Files.readString(rules);
        Files.writeString(rules, "host all all 127.0.0.1/32 reject\n");

        assertFault("DatabaseMessage.EMBEDDED_SILENT", () -> Database.open(settings()));

        assertThat(home.database().resolve("postmaster.pid")).doesNotExist();
        Files.writeString(rules, given);
        Database.open(settings()).close();
    }

    @Test
    void aDatabaseWhoseLogCannotBeWrittenIsNotStartedAgain() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            ProcessHandle postmaster = ProcessHandle.of(
                            new DataDirectory(home.database()).postmaster().orElseThrow())
                    .orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get(1, TimeUnit.MINUTES);
            Path log = home.databaseLog();
            Files.delete(log);
            Path inTheWay = Files.createFile(Files.createDirectory(log).resolve("file"));

            assertFault("DatabaseMessage.NOT_STARTED_AGAIN", database::restart);

            Files.delete(inTheWay);
            Files.delete(log);
            database.restart();
            assertThat(database.isRunning()).isTrue();
        }
    }

    @Test
    void aStopThatCannotRemoveItsFileSaysSo() throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.start(home);
        Path file = home.database().resolve("postmaster.pid");
        Files.delete(file);
        Path inTheWay = Files.createFile(Files.createDirectory(file).resolve("file"));

        assertFault("DatabaseMessage.NOT_STOPPED", database::close);

        assertThat(database.isRunning()).isFalse();
        Files.delete(inTheWay);
        EmbeddedDatabase.start(home).close();
    }

    private Settings settings() {
        return Settings.of(Map.of(), note -> {}).withHome(home.path());
    }

    private static void assertFault(String message, ThrowingCallable work) {
        MacroEdgeException fault = catchThrowableOfType(MacroEdgeException.class, work);
        DeclaredMessages.assertSeen(message, String.valueOf(fault.getMessage()));
    }
}
