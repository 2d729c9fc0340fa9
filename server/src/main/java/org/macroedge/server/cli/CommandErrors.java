package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.cli.page.TerminalText;
import org.macroedge.server.cli.usage.ErrorLog;
import org.macroedge.server.cli.usage.UsageFaults;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.error.MacroEdgeException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// How commands fail: one line on standard error that says why, after wrong usage a second that names the help,
/// and the exit status.
record CommandErrors(Clock clock) {

    static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /// Problems of this HTTP status come from the arguments: a time that is not valid, or one in the future.
    private static final int BAD_REQUEST = 400;

    /// Arguments that cannot be read.
    int usageError(CommandLine.ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter errors = command.getErr();
        errors.println("macro-edge: "
                + TerminalText.of(UsageFaults.message(fault, arguments, () -> MacroEdgeCommand.commandLine(clock))));
        errors.println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
        errors.flush();
        return WRONG_USAGE;
    }

    /// Commands that could not do their work.
    int failure(Exception thrown, CommandLine command, ParseResult parsed) {
        if (thrown instanceof StandardOutput.Closed) {
            return FAILED;
        }
        Exception fault = DatabaseFaults.of(thrown).map(Exception.class::cast).orElse(thrown);
        command.getErr().println("macro-edge: " + message(fault, parsed));
        command.getErr().flush();
        return fault instanceof MacroEdgeException ours && ours.code().status() == BAD_REQUEST ? WRONG_USAGE : FAILED;
    }

    private String message(Exception fault, ParseResult parsed) {
        return switch (fault) {
            case MacroEdgeException ours -> TerminalText.of(String.valueOf(ours.getMessage()));
            case CatalogueException faulty -> TerminalText.lines(String.valueOf(faulty.getMessage()));
            default -> TerminalText.of(ErrorLog.in(home(parsed), clock).message(fault));
        };
    }

    /// The home of the command that failed.
    private static Path home(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        @Nullable Path option = last.hasMatchedOption("--home") ? last.matchedOptionValue("--home", null) : null;
        return option == null ? Settings.of(System.getenv(), note -> {}).home().path() : option.toAbsolutePath();
    }
}
