package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.messages.DeclaredMessages;

/// Processes of a database that no signal ends, as those that wait for a disk which does not answer. Here signals are
/// lost: the commands find a shell that sends none. Each waits as long as a stop may take, so all run at once.
@Tag("system")
class UnendingProcessesTest {

    @TempDir
    Path folder;

    @Test
    void everyProcessThatDoesNotEndIsNamed() throws Exception {
        MacroEdgeProcess.start(folder.resolve("set-up"), variables(""), arguments("left"))
                .await();
        Process left = work("postgres", folder.resolve("left/database"));
        Process creating = work("initdb", folder.resolve("creating/database.next"));
        try {
            MacroEdgeProcess afterKill = deaf("left");
            MacroEdgeProcess afterKilledStart = deaf("creating");
            MacroEdgeProcess ownDatabase = deaf("own");

            assertFails("DatabaseMessage.STAYS", afterKill);
            assertFails("DatabaseMessage.LEFTOVER_STAYS", afterKilledStart);
            assertFails("DatabaseMessage.DOES_NOT_STOP", ownDatabase);
        } finally {
            left.destroyForcibly();
            creating.destroyForcibly();
            MacroEdgeProcess.postmaster(folder.resolve("own")).ifPresent(ProcessHandle::destroy);
        }
        for (String home : List.of("left", "creating", "own")) {
            MacroEdgeProcess next =
                    MacroEdgeProcess.start(folder.resolve(home + ".next"), variables(""), arguments(home));
            assertThat(next.await()).as(next.written()).isZero();
        }
    }

    private static void assertFails(String message, MacroEdgeProcess command) throws InterruptedException {
        assertThat(command.await()).as(command.written()).isEqualTo(1);
        String said = command.written()
                .lines()
                .filter(line -> line.startsWith("macro-edge: "))
                .toList()
                .getLast();
        DeclaredMessages.assertSeen(message, said.replace("macro-edge: ", ""));
    }

    /// A program with the name of one of PostgreSQL's that works in a folder of the database.
    private Process work(String name, Path where) throws IOException {
        Path program = folder.resolve("programs").resolve(name);
        Files.createDirectories(program.getParent());
        Files.createDirectories(where);
        Files.copy(Path.of("/bin/bash").toRealPath(), program);
        return new ProcessBuilder(program.toString(), "-c", "read -r never")
                .directory(where.toFile())
                .start();
    }

    private MacroEdgeProcess deaf(String home) throws IOException {
        Path shells = Files.createDirectories(folder.resolve("shells"));
        Path shell = shells.resolve("sh");
        Files.writeString(shell, "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(shell, PosixFilePermissions.fromString("rwx------"));
        return MacroEdgeProcess.start(folder.resolve(home + ".log"), variables(shells + ":"), arguments(home));
    }

    private static Map<String, String> variables(String shells) {
        return Map.of("MACRO_EDGE_SAMPLE", "none", "PATH", shells + System.getenv("PATH"));
    }

    private String[] arguments(String home) {
        return new String[] {"import", "list", "--home", folder.resolve(home).toString(), "--catalogue", "../catalogue"
        };
    }
}
