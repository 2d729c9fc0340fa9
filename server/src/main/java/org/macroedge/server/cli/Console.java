package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Where a command writes: answers to standard output, notes on its work to standard error, so that a program reading
/// the one never meets the other.
record Console(PrintWriter out, PrintWriter notes) {

    static Console of(@Nullable CommandSpec spec) {
        CommandSpec command = Objects.requireNonNull(spec);
        return new Console(command.commandLine().getOut(), command.commandLine().getErr());
    }

    /// Tells the user something beside the answer.
    void note(String note) {
        notes.println(note);
        notes.flush();
    }
}
