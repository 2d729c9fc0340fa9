package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.messages.DeclaredMessages;

/// Commands that are stopped, meet others, or cannot use their home, each in a process of its own: they say so in one
/// line, end with the right status, and leave nothing running.
@Tag("system")
class StoppedProcessesTest {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130, database.next", "TERM, 143, database.next", "TERM, 143, database/postmaster.pid"})
    void aStoppedCommandStopsItsDatabase(String signal, int status, String file) throws Exception {
        Path home = folder.resolve("home");
        MacroEdgeProcess command = start("log", home, "bias");
        long start = System.nanoTime();
        while (!Files.exists(home.resolve(file))) {
            assertThat(System.nanoTime() - start).as(command.written()).isLessThan(PATIENCE_NANOS);
            command.await(5);
        }

        new ProcessBuilder(
                        "sh", "-c", "kill -" + signal + " " + command.process().pid())
                .start()
                .waitFor();

        assertThat(command.await()).as(command.written()).isEqualTo(status);
        assertNothingRuns(home);
        MacroEdgeProcess next = start("next", home, "bias");
        assertThat(next.await()).as(next.written()).isZero();
    }

    @Test
    void oneOfManyCommandsSetsTheStoreUpAndTheOthersWaitAndSaySo() throws Exception {
        Path home = folder.resolve("home");
        List<MacroEdgeProcess> commands = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            commands.add(start("log-" + number, home, "import", "list"));
        }
        for (MacroEdgeProcess command : commands) {
            assertThat(command.await()).as(command.written()).isZero();
        }
        assertThat(commands.stream().filter(command -> command.written().contains("First run: setting up the store")))
                .hasSize(1);
        assertThat(commands.stream().filter(command -> command.written().contains("Waiting for another command")))
                .hasSizeGreaterThan(4);
        assertNothingRuns(home);
    }

    @Test
    void aHomeOfAnotherUserIsRefusedWithItsOwner() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        shell("chown nobody " + home);

        MacroEdgeProcess command = start("log", home, "bias");

        assertThat(command.await()).isEqualTo(1);
        assertThat(command.written())
                .isEqualTo("macro-edge: the home directory belongs to another user, nobody (" + home
                        + "). Run macro-edge as that user. Or name another home with --home or MACRO_EDGE_HOME\n");
    }

    @Test
    void aHomeThatCannotBeWrittenIsRefused() throws Exception {
        Path mounted = Files.createDirectory(folder.resolve("mounted"));
        shell("mount -t tmpfs -o ro,size=1m macro-edge-test " + mounted);
        try {
            for (Path home : List.of(mounted, mounted.resolve("home"))) {
                MacroEdgeProcess command = start("log", home, "bias");

                assertThat(command.await()).isEqualTo(1);
                assertThat(command.written())
                        .startsWith("macro-edge: the home directory cannot be ")
                        .contains(": read-only file system (")
                        .hasLineCount(1);
            }
            MacroEdgeProcess doctor = start("log", mounted, "doctor");
            doctor.await();
            DeclaredMessages.assertSeen("DoctorMessage.NOT_WRITABLE", doctor.written());
        } finally {
            shell("umount -l " + mounted);
        }
    }

    /// Root may list any folder, but not from a namespace of its own.
    @Test
    void aFolderThatMayNotBeListedIsNamed() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        shell("chmod 000 " + closed);

        MacroEdgeProcess command = MacroEdgeProcess.start(
                List.of("unshare", "-U"),
                folder.resolve("log"),
                Map.of(),
                "import",
                "calendar",
                closed.toString(),
                "--profile",
                "macro-edge",
                "--home",
                folder.resolve("home").toString());

        assertThat(command.await()).as(command.written()).isEqualTo(1);
        DeclaredMessages.assertSeen(
                "CommandMessage.UNREADABLE_FOLDER", command.written().strip().replace("macro-edge: ", ""));
    }

    @Test
    void aPortThatDoesNotExistIsWrongUsage() throws Exception {
        Path home = folder.resolve("home");

        MacroEdgeProcess command = start("log", home, "serve", "--port", "99999");

        assertThat(command.await()).isEqualTo(2);
        assertThat(command.written())
                .isEqualTo("macro-edge: Invalid value for --port: \"99999\". Allowed values: 0 to 65535\n");
        assertThat(home).doesNotExist();
    }

    private MacroEdgeProcess start(String log, Path home, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", home.toString(), "--catalogue", "../catalogue"));
        return MacroEdgeProcess.start(
                folder.resolve(log), Map.of("MACRO_EDGE_SAMPLE", "none"), line.toArray(String[]::new));
    }

    private static void assertNothingRuns(Path home) {
        assertThat(MacroEdgeProcess.postmaster(home)).isEmpty();
        assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
    }

    private static String shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor())
                .as("%s, which only root may do: %s", command, output)
                .isZero();
        return output;
    }
}
