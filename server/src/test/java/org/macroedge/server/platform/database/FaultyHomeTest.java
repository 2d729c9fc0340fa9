package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;

/// Homes that were copied, damaged or left by a process that was killed.
class FaultyHomeTest {

    private final HomeDirectory home;
    private final Path folder;

    FaultyHomeTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = new HomeDirectory(folder.resolve("a home, geöffnet"));
    }

    @Test
    void aCopyOfARunningHomeOpensAndLeavesTheOriginalAlone() throws Exception {
        try (EmbeddedDatabase original = EmbeddedDatabase.start(home)) {
            execute(original, "CREATE TABLE kept AS SELECT 42 AS value");
            execute(original, "CHECKPOINT");
            HomeDirectory copied = new HomeDirectory(folder.resolve("copy"));
            copy(home.path(), copied.path());
            assertThat(copied.database().resolve("postmaster.pid")).exists();

            try (EmbeddedDatabase copy = EmbeddedDatabase.start(copied)) {
                execute(copy, "INSERT INTO kept VALUES (43)");
                execute(original, "INSERT INTO kept VALUES (44)");
            }
            assertThat(original.isRunning()).isTrue();
            execute(original, "INSERT INTO kept VALUES (45)");
        }
    }

    @Test
    void aServerIsFoundByTheFolderInWhichItRuns() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            PostgresProcesses processes = PostgresProcesses.in(home.database()).orElseThrow();

            assertThat(database.isRunning()).isTrue();
            assertThat(processes.running()).hasSizeGreaterThan(1);
            assertThat(processes.byLsof()).containsAll(processes.running());
            assertThat(PostgresProcesses.in(folder).orElseThrow().running()).isEmpty();
        }
        assertThat(PostgresProcesses.in(home.database()).orElseThrow().running())
                .isEmpty();
    }

    @Test
    void aServerWhoseMainProcessWasKilledStartsAgain() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(home);
        PostgresProcesses processes = PostgresProcesses.in(home.database()).orElseThrow();
        long postmaster = new DataDirectory(home.database()).postmaster().orElseThrow();
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();

        database.restart();
        execute(database, "SELECT 1");
        database.close();

        assertThat(processes.running()).isEmpty();
    }

    @Test
    void whatKilledProcessesLeaveIsClearedWhoeverTheyWere() throws Exception {
        EmbeddedDatabase.start(home).close();
        Path leftover = Files.createDirectories(home.path().resolve("database.next/base"));
        Path older = Files.createDirectories(home.path().resolve("database.1234/base"));
        Path programs = Files.createDirectories(home.programs().resolve("postgresql-18.6.0.next/bin"));
        Path pidFile = home.database().resolve("postmaster.pid");
        for (String line :
                List.of("", "nonsense", String.valueOf(ProcessHandle.current().pid()), "1")) {
            Files.writeString(pidFile, line + "\n" + home.database() + "\n");

            EmbeddedDatabase.start(home).close();

            assertThat(pidFile).doesNotExist();
        }
        assertThat(List.of(leftover, older, programs)).noneMatch(Files::exists);
    }

    @Test
    void anEmptyPasswordFileIsReplacedAndAWrongPasswordIsNamed() throws Exception {
        EmbeddedDatabase.start(home).close();
        Files.writeString(home.databasePassword(), "");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            execute(database, "SELECT 1");
            assertThat(Files.readString(home.databasePassword()).strip())
                    .isEqualTo(database.password())
                    .hasSize(48);
        }
        Files.writeString(home.databasePassword(), "wrong");

        assertThatThrownBy(() -> Database.open(Settings.of(Map.of(), note -> {}).withHome(home.path())))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("Delete that file, and the next start sets a new one");
        assertThat(home.database().resolve("postmaster.pid")).doesNotExist();
        Files.delete(home.databasePassword());
        EmbeddedDatabase.start(home).close();
    }

    @Test
    void aDatabaseThatCannotBeReadIsNamedInOneLine() throws Exception {
        EmbeddedDatabase.start(home).close();
        Path version = home.database().resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        assertThat(fault())
                .hasMessageStartingWith("the embedded database was written by PostgreSQL 17,")
                .hasMessageNotContaining("\n");
        Files.writeString(version, "18\n");
        Path control = home.database().resolve("global/pg_control");
        byte[] whole = Files.readAllBytes(control);
        byte[] damaged = whole.clone();
        damaged[40] ^= 1;
        Files.write(control, damaged);
        assertThat(fault())
                .hasMessageContaining("could not be started: incorrect checksum in control file")
                .hasMessageNotContaining("\n");
        Files.delete(control);
        assertThat(fault()).hasMessageContaining("could not be started").hasMessageNotContaining("\n");
        Files.write(control, whole);
        EmbeddedDatabase.start(home).close();
    }

    private MacroEdgeException fault() {
        try {
            EmbeddedDatabase.start(home).close();
            throw new AssertionError("it started");
        } catch (MacroEdgeException fault) {
            assertThat(fault.code()).isEqualTo(ProblemCode.DATABASE_FAULT);
            assertThat(home.database().resolve("postmaster.pid")).doesNotExist();
            return fault;
        }
    }

    @Test
    void aPathThatTheProgramsCannotHandleIsRefused() {
        HomeDirectory odd = new HomeDirectory(folder.resolve("a$b"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(odd))
                .hasMessageStartingWith("the path of the home directory contains a character");
    }

    @Test
    void aFolderIsTheSameByWhateverPath() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);

        Optional<PostgresProcesses> processes = PostgresProcesses.in(link);

        assertThat(processes.orElseThrow().isAt(folder)).isTrue();
        assertThat(processes.orElseThrow().isAt(folder.resolve("absent"))).isFalse();
    }

    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            connection.createStatement().execute(sql);
        }
    }
}
