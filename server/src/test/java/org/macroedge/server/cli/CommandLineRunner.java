package org.macroedge.server.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import org.macroedge.server.cli.page.Reader;

/// Runs commands in this process.
public final class CommandLineRunner {

    /// What a command left behind.
    public record Ended(int status, String out, String errors) {}

    /// Standard input belongs to whoever runs the tests, so that no command may read it.
    static {
        System.setIn(InputStream.nullInputStream());
    }

    private CommandLineRunner() {}

    public static Ended run(Clock clock, String... arguments) {
        return run(clock, Reader.PIPE, arguments);
    }

    public static Ended run(Clock clock, Reader reader, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int status = MacroEdgeCommand.commandLine(clock, reader)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        return new Ended(status, out.toString(), errors.toString());
    }
}
