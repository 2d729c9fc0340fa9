package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.platform.home.HomeFiles;
import org.springframework.util.FileSystemUtils;

/// A first run that is killed as each of its files appears is completed by the next start, whichever process id that
/// has.
@Tag("system")
class FirstRunKillsTest {

    /// In the order in which they appear.
    private static final List<String> FILES = List.of(
            "home.lock",
            "profiles.next",
            "profiles",
            "programs/postgresql-18.6.0.next",
            "programs/postgresql-18.6.0.next/bin/postgres",
            "programs/postgresql-18.6.0",
            "database.password",
            "database.next",
            "database.next/global/pg_control",
            "database",
            "database.log",
            "database/postmaster.pid",
            "catalogue.checked");

    /// Missing one file so often in a row is no chance.
    private static final int ATTEMPTS = 10;

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    @TempDir
    Path folder;

    /// @param prefix runs each command as the first process of a namespace, where all have the same process id
    @ParameterizedTest
    @ValueSource(strings = {"", "unshare --pid --fork --mount-proc --kill-child"})
    void theNextStartCompletesIt(String prefix) throws Exception {
        List<String> words = prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
        Path home = folder.resolve("home");
        for (String file : FILES) {
            assertThat(isKilledAt(home.resolve(file), words, home)).as(file).isTrue();
        }
        MacroEdgeProcess last = start(words, home);
        assertThat(last.await()).as(last.written()).isZero();
        assertThat(home).isDirectoryNotContaining(path -> path.toString().endsWith(HomeFiles.NEXT));
        assertThat(home.resolve("programs"))
                .isDirectoryNotContaining(path -> path.toString().endsWith(HomeFiles.NEXT));
        assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
    }

    /// Starts the command and kills it as the file appears. A file that is soon moved to its place can be missed on a
    /// busy machine: then its place is cleared and the command starts again.
    private boolean isKilledAt(Path file, List<String> prefix, Path home) throws Exception {
        Path place = Path.of(file.toString().replaceFirst("\\" + HomeFiles.NEXT + "$", ""));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            MacroEdgeProcess command = start(prefix, home);
            boolean seen = appears(file, place, command);
            command.kill();
            command.await();
            if (seen) {
                return true;
            }
            FileSystemUtils.deleteRecursively(place);
        }
        return false;
    }

    private static boolean appears(Path file, Path place, MacroEdgeProcess command) {
        long start = System.nanoTime();
        while (!Files.exists(file)) {
            if (Files.exists(place)) {
                return false;
            }
            assertThat(command.process().isAlive())
                    .as("%s: %s", file, command.written())
                    .isTrue();
            assertThat(System.nanoTime() - start).as("%s appears", file).isLessThan(PATIENCE_NANOS);
            Thread.onSpinWait();
        }
        return true;
    }

    private MacroEdgeProcess start(List<String> prefix, Path home) throws Exception {
        return MacroEdgeProcess.start(
                prefix,
                folder.resolve("log"),
                Map.of("MACRO_EDGE_SAMPLE", "none"),
                "bias",
                "--home",
                home.toString(),
                "--catalogue",
                "../catalogue");
    }
}
