package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.Nearest;
import picocli.CommandLine;

/// How commands fail: one line on standard error that says why, after wrong usage a second that names the help,
/// and the exit status.
final class CommandErrors {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /// Problems of this HTTP status come from the arguments: a time that is not valid, or one in the future.
    private static final int BAD_REQUEST = 400;

    private CommandErrors() {}

    /// Arguments that cannot be read.
    static int usageError(CommandLine.ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter errors = command.getErr();
        errors.println("macro-edge: " + message(fault, command));
        errors.println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
        errors.flush();
        return WRONG_USAGE;
    }

    private static String message(CommandLine.ParameterException fault, CommandLine command) {
        if (fault instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            if (unmatched.isUnknownOption()) {
                List<String> options = command.getCommandSpec().optionsMap().keySet().stream()
                        .filter(name -> name.startsWith("--"))
                        .toList();
                return "unknown option " + word + ". The nearest are " + nearest(word, options);
            }
            if (!command.getSubcommands().isEmpty()) {
                List<String> commands = List.copyOf(command.getSubcommands().keySet());
                return "unknown command " + word + ". The nearest are " + nearest(word, commands);
            }
        }
        String message = fault.getMessage();
        return message == null
                ? "the arguments cannot be read"
                : message.lines().findFirst().orElse("");
    }

    private static String nearest(String word, List<String> known) {
        return String.join(", ", Nearest.three(word, known));
    }

    /// Commands that could not do their work.
    static int failure(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        String message = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        command.getErr()
                .println("macro-edge: "
                        + (fault instanceof MacroEdgeException
                                ? TerminalText.of(message)
                                : TerminalText.lines(message)));
        command.getErr().flush();
        return fault instanceof MacroEdgeException ours && ours.code().status() == BAD_REQUEST ? WRONG_USAGE : FAILED;
    }
}
