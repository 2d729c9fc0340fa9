package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Reader;
import org.macroedge.server.cli.page.Times;
import picocli.CommandLine.Model.CommandSpec;

/// Where a command writes: answers to standard output, notes on its work to standard error, so that a program reading
/// the one never meets the other.
record Console(PrintWriter out, PrintWriter notes, Reader reader) {

    static Console of(@Nullable CommandSpec spec) {
        CommandSpec command = Objects.requireNonNull(spec);
        return new Console(
                command.commandLine().getOut(),
                command.commandLine().getErr(),
                command.root().userObject() instanceof MacroEdgeCommand root ? root.reader() : Reader.PIPE);
    }

    /// Tells the user something beside the answer.
    void note(String note) {
        notes.println(note);
        notes.flush();
    }

    /// Where tables are written, with the times of the reader's zone.
    Page page() {
        return new Page(out, reader.terminal(), new Times(reader.zone()));
    }
}
