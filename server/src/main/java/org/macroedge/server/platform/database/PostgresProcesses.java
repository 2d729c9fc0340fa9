package org.macroedge.server.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.macroedge.server.platform.home.HomeDirectory;

/// The programs of PostgreSQL that work in one folder, told by the identity of their working directory. A
/// number in `postmaster.pid` proves nothing: a copied home names the original's server, and a number is given
/// to other programs again.
final class PostgresProcesses {

    private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");
    private static final Path PROC = Path.of("/proc");
    private static final boolean HAS_PROC = Files.exists(PROC.resolve("self/exe"));
    private static final Duration PAUSE = Duration.ofMillis(5);

    /// How a server is asked to end, each way after the one before has had its time. A fast shutdown writes
    /// everything down. It cannot where the disk is full: an immediate one then leaves the rest to the recovery
    /// of the next start, as a kill does.
    private enum Stage {
        INT(30),
        QUIT(10),
        KILL(10);

        private final Duration patience;

        Stage(long seconds) {
            this.patience = Duration.ofSeconds(seconds);
        }
    }

    private final Object folder;

    private PostgresProcesses(Object folder) {
        this.folder = folder;
    }

    /// @return empty where the folder does not exist
    static Optional<PostgresProcesses> in(Path folder) {
        return HomeDirectory.identity(folder).map(PostgresProcesses::new);
    }

    /// Whether this is still the folder at a path.
    boolean isAt(Path path) {
        return HomeDirectory.identity(path).filter(folder::equals).isPresent();
    }

    /// The ids of the processes.
    List<Long> running() throws IOException {
        return HAS_PROC ? byProc() : byLsof();
    }

    private List<Long> byProc() throws IOException {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                if (worksHere(entry)) {
                    found.add(Long.valueOf(entry.getFileName().toString()));
                }
            }
        }
        return found;
    }

    private boolean worksHere(Path process) {
        try {
            String program = Files.readSymbolicLink(process.resolve("exe")).toString();
            String name = program.replace(" (deleted)", "").replaceFirst(".*/", "");
            return PROGRAMS.contains(name) && isAt(process.resolve("cwd"));
        } catch (IOException endedOrForeign) {
            return false;
        }
    }

    /// Where there is no `/proc`, as on macOS.
    List<Long> byLsof() throws IOException {
        List<String> command = new ArrayList<>(List.of("lsof", "-w", "-a", "-d", "cwd", "-Fpn"));
        PROGRAMS.forEach(program -> command.addAll(List.of("-c", program)));
        Process lsof = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Long> found = new ArrayList<>();
        long process = 0;
        for (String line : new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("p")) {
                process = Long.parseLong(line.substring(1));
            } else if (line.startsWith("n") && isAt(Path.of(line.substring(1)))) {
                found.add(process);
            }
        }
        return found;
    }

    /// Whether a process is one of them.
    boolean isRunning(long process) {
        return HAS_PROC
                ? worksHere(PROC.resolve(String.valueOf(process)))
                : ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    /// Stops all of them.
    ///
    /// @return whether all have ended
    boolean stop() throws IOException, InterruptedException {
        return end(EnumSet.allOf(Stage.class));
    }

    /// Stops all of them, where the folder is deleted next: nothing is written down.
    ///
    /// @return whether all have ended
    boolean discard() throws IOException, InterruptedException {
        return end(EnumSet.range(Stage.QUIT, Stage.KILL));
    }

    private boolean end(Set<Stage> stages) throws IOException, InterruptedException {
        for (Stage stage : stages) {
            List<Long> running = running();
            if (running.isEmpty()) {
                return true;
            }
            signal(stage, stage == Stage.KILL ? running : parents(running));
            awaitEnd(running, stage.patience);
        }
        return running().isEmpty();
    }

    /// Those that no other of them started: the server, or what a server that was killed left behind.
    private static List<Long> parents(List<Long> processes) {
        return processes.stream()
                .filter(process -> ProcessHandle.of(process)
                        .flatMap(ProcessHandle::parent)
                        .filter(parent -> processes.contains(parent.pid()))
                        .isEmpty())
                .toList();
    }

    private void awaitEnd(List<Long> processes, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (processes.stream().anyMatch(this::isRunning) && System.nanoTime() - start < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    /// The shell's own command: the program of this name is not installed everywhere.
    private static void signal(Stage stage, List<Long> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -\"$0\" \"$@\"", stage.name()));
        processes.forEach(process -> command.add(String.valueOf(process)));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
