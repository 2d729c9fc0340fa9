package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.process.ProgramLine;

/// A command in a process of its own, so that a test can kill it. What it writes goes to a file.
public record MacroEdgeProcess(Process process, Path log) {

    /// Longer than any command of the tests takes on a busy machine; one that takes longer hangs.
    private static final long PATIENCE_SECONDS = 300;

    /// Starts a command; from the compiled classes where `JAVA_TOOL_OPTIONS` has options that a test looks through.
    ///
    /// @param prefix of the command line, such as a program that runs it in a namespace
    /// @param log receives standard output and standard error
    public static MacroEdgeProcess start(
            List<String> prefix, Path log, Map<String, String> variables, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(prefix);
        // tests may run where Ctrl+C is ignored, as in the background of a script, and children would ignore it too
        line.addAll(List.of("env", "--default-signal=INT"));
        List<String> options = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        line.addAll(
                variables.containsKey("JAVA_TOOL_OPTIONS")
                        ? ProgramLine.ofClasses(options)
                        : ProgramLine.with(options));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(variables);
        return new MacroEdgeProcess(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    static MacroEdgeProcess start(Path log, Map<String, String> variables, String... arguments) throws IOException {
        return start(List.of(), log, variables, arguments);
    }

    /// Waits for the end.
    ///
    /// @return the exit status
    int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("a command hangs; it wrote: " + written());
        }
        return process.exitValue();
    }

    /// Waits at most so long.
    void await(long milliseconds) throws InterruptedException {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /// Waits until it answers as the server of a home. Knocking at its port instead would not tell: a loop of
    /// connections to a free port of the range that they come from meets itself sooner or later, and then succeeds.
    void awaitServer(Path home) throws InterruptedException {
        HomeDirectory directory = new HomeDirectory(home);
        long start = System.nanoTime();
        while (ServerFile.read(directory)
                .filter(file -> file.processId() == process.pid())
                .isEmpty()) {
            assertThat(process.isAlive()).as(written()).isTrue();
            assertThat(System.nanoTime() - start).as(written()).isLessThan(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
            await(100);
        }
    }

    /// Kills it as `kill -9` does, with what a prefix started.
    public void kill() throws InterruptedException {
        process.descendants()
                .filter(descendant -> descendant
                        .info()
                        .command()
                        .filter(program -> program.endsWith("/java"))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    public String written() {
        try {
            return Files.readString(log);
        } catch (IOException fault) {
            return fault.toString();
        }
    }

    /// The main process of the database in a home, if it runs.
    static Optional<ProcessHandle> postmaster(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("database/postmaster.pid"))) {
            return lines.findFirst()
                    .filter(line -> line.matches("\\d+"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(process -> process.info()
                            .command()
                            .filter(program -> program.startsWith(home.toString()))
                            .isPresent());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
