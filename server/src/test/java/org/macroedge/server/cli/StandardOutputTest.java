package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// What is told beside the comments on the data.
    private static String faults(StringWriter errors) {
        return errors.toString()
                .lines()
                .filter(line -> !line.startsWith("# "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static int execute(String command, OutputStream out, StringWriter errors) {
        return MacroEdgeCommand.commandLine(SampleHome.CLOCK)
                .setOut(StandardOutput.over(out))
                .setErr(new PrintWriter(errors))
                .execute((command + " --catalogue ../catalogue --home " + home.folder()).split(" "));
    }
}
