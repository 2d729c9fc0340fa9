package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Long answers whose reader ends, or whose disk is full.
class StandardOutputTest {

    @TempDir
    static Path folder;

    private static SampleHome home;

    /// Takes some bytes, as a pipe to `head` does, and fails from then on.
    private static final class Ending extends OutputStream {
        private final String reason;
        private long left;
        private int failures;

        private Ending(String reason, long left) {
            this.reason = reason;
            this.left = left;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                failures++;
                throw new IOException(reason);
            }
        }
    }

    @BeforeAll
    static void load() {
        home = new SampleHome(folder.resolve("home"));
        home.load();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history EURUSD --from 2014-01-01T00:00:00Z --at release --format json",
                "history EURUSD --from 2014-01-01T00:00:00Z --at release --format csv",
                "history EURUSD --from 2014-01-01T00:00:00Z --at release",
                "export bias --from 2014-01-01T00:00:00Z --at release",
                "export releases",
                "calendar --from 2014-01-01T00:00:00Z --to 2021-12-31T00:00:00Z --format json"
            })
    void aPipeThatIsClosedEndsTheCommandAtOnceAndSilently(String command) {
        Ending pipe = new Ending("Broken pipe", 20_000);
        StringWriter errors = new StringWriter();

        int status = execute(command, pipe, errors);

        assertThat(status).isEqualTo(1);
        assertThat(faults(errors)).isEmpty();
        assertThat(pipe.failures).as("writes after the end").isEqualTo(1);
    }

    @Test
    void aFullDiskIsTold() {
        StringWriter errors = new StringWriter();

        int status = execute("export releases", new Ending("No space left on device", 20_000), errors);

        assertThat(status).isEqualTo(1);
        assertThat(faults(errors))
                .startsWith("macro-edge: not all of the answer could be written to standard output")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("helps")
    void helpThatCannotBeWrittenIsToldInOneLine(String command) {
        StringWriter errors = new StringWriter();

        int status = executeWords(new Ending("No space left on device", 0), errors, command.split(" "));

        assertThat(status).isEqualTo(1);
        assertThat(errors.toString())
                .startsWith("macro-edge: not all of the answer could be written to standard output")
                .hasLineCount(1);
    }

    @Test
    void helpForAReaderWhoEndedIsSilent() {
        StringWriter errors = new StringWriter();

        int status = executeWords(new Ending("Broken pipe", 0), errors, "bias", "--help");

        assertThat(status).isEqualTo(1);
        assertThat(errors.toString()).isEmpty();
    }

    static Stream<String> helps() {
        CommandLine line = MacroEdgeCommand.commandLine(SampleHome.CLOCK);
        return Stream.concat(Stream.of("--help", "--version"), helps("", line));
    }

    private static Stream<String> helps(String path, CommandLine line) {
        return line.getSubcommands().entrySet().stream()
                .flatMap(command -> Stream.concat(
                        Stream.of(path + command.getKey() + " --help"),
                        helps(path + command.getKey() + " ", command.getValue())));
    }

    /// What is told beside the comments on the data.
    private static String faults(StringWriter errors) {
        return errors.toString()
                .lines()
                .filter(line -> !line.startsWith("# "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static int execute(String command, OutputStream out, StringWriter errors) {
        return executeWords(out, errors, (command + " --catalogue ../catalogue --home " + home.folder()).split(" "));
    }

    private static int executeWords(OutputStream out, StringWriter errors, String... words) {
        return MacroEdgeCommand.commandLine(SampleHome.CLOCK)
                .setOut(StandardOutput.over(out))
                .setErr(new PrintWriter(errors))
                .execute(words);
    }
}
