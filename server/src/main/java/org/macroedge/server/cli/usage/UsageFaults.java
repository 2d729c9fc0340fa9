package org.macroedge.server.cli.usage;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Says what is wrong with arguments. The library's own words never reach a user.
public final class UsageFaults {

    private static final Set<Class<?>> NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);

    private UsageFaults() {}

    /// @param arguments all of the command line
    /// @param commands describes all commands
    public static String message(
            CommandLine.ParameterException fault, String[] arguments, Supplier<CommandLine> commands) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        return switch (fault) {
            case CommandLine.UnmatchedArgumentException unmatched -> unmatched(unmatched, command, commands);
            case CommandLine.MissingParameterException missing
            when !missing.getMissing().isEmpty() -> missing(missing.getMissing().getFirst(), arguments);
            case CommandLine.OverwrittenOptionException repeated ->
                UsageMessage.REPEATED_OPTION.advice(name(repeated.getOverwritten()));
            default ->
                fault.getArgSpec() == null
                        ? withoutArgument(command)
                        : invalid(fault.getArgSpec(), fault.getValue(), arguments);
        };
    }

    private static String withoutArgument(CommandSpec command) {
        return command.subcommands().isEmpty()
                ? UsageMessage.WRONG_ARGUMENTS.advice()
                : UsageMessage.MISSING_COMMAND.advice(
                        command.name(), String.join(", ", command.subcommands().keySet()));
    }

    private static String unmatched(
            CommandLine.UnmatchedArgumentException fault, CommandSpec command, Supplier<CommandLine> commands) {
        String word = fault.getUnmatched().getFirst();
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        if (fault.isUnknownOption()) {
            List<String> others = having(name, commands.get().getCommandSpec()).toList();
            return !others.isEmpty()
                    ? UsageMessage.OPTION_OF_OTHERS.advice(qualified(command), name, String.join(", ", others))
                    : similar(
                            UsageMessage.UNKNOWN_OPTION,
                            UsageMessage.UNKNOWN_OPTION_UNLIKE_ANY,
                            name,
                            options(command));
        }
        return command.subcommands().isEmpty()
                ? UsageMessage.UNEXPECTED_ARGUMENT.advice(word)
                : similar(
                        UsageMessage.UNKNOWN_COMMAND,
                        UsageMessage.UNKNOWN_COMMAND_UNLIKE_ANY,
                        word,
                        List.copyOf(command.subcommands().keySet()));
    }

    /// The commands below one that have an option.
    private static Stream<String> having(String option, CommandSpec command) {
        return command.subcommands().isEmpty()
                ? Stream.of(qualified(command))
                        .filter(name -> command.optionsMap().containsKey(option))
                : command.subcommands().values().stream().flatMap(below -> having(option, below.getCommandSpec()));
    }

    /// The name of a command without that of the program.
    private static String qualified(CommandSpec command) {
        String name = command.qualifiedName();
        return name.substring(name.indexOf(' ') + 1);
    }

    private static List<String> options(CommandSpec command) {
        return command.optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .toList();
    }

    private static String similar(UsageMessage like, UsageMessage unlike, String word, List<String> known) {
        List<String> nearest = Nearest.to(word, known);
        return nearest.isEmpty() ? unlike.advice(word) : like.advice(word, String.join(", ", nearest));
    }

    private static String missing(ArgSpec argument, String[] arguments) {
        if (argument instanceof OptionSpec option) {
            return isGiven(option, arguments)
                    ? UsageMessage.MISSING_VALUE.advice(name(option), option.paramLabel())
                    : UsageMessage.MISSING_OPTION.advice(name(option), meaning(option));
        }
        return UsageMessage.MISSING_ARGUMENT.advice(name(argument), meaning(argument));
    }

    private static boolean isGiven(OptionSpec option, String[] arguments) {
        return Arrays.stream(arguments).anyMatch(List.of(option.names())::contains);
    }

    private static String invalid(ArgSpec argument, @Nullable String value, String[] arguments) {
        if (argument instanceof OptionSpec option && (value == null || value.isEmpty()) && isGiven(option, arguments)) {
            return UsageMessage.MISSING_VALUE.advice(name(option), option.paramLabel());
        }
        String text = String.valueOf(value);
        Class<?> type = argument.type();
        if (type.isEnum()) {
            return notAllowed(name(argument), text, CodeConverters.codes(type));
        }
        if (type == boolean.class) {
            return UsageMessage.UNEXPECTED_VALUE.advice(name(argument));
        }
        if (NUMBERS.contains(type)) {
            return UsageMessage.NOT_A_NUMBER.advice(name(argument), text);
        }
        if (type == ZoneId.class) {
            return UsageMessage.NOT_A_ZONE.advice(name(argument), text);
        }
        return type == Path.class || type == List.class
                ? UsageMessage.NOT_A_PATH.advice(name(argument), text)
                : UsageMessage.WRONG_ARGUMENTS.advice();
    }

    private static String notAllowed(String name, String text, List<String> codes) {
        return codes.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .map(code -> UsageMessage.OTHER_CASE.advice(name, text, code))
                .orElseGet(() -> UsageMessage.NOT_ALLOWED.advice(name, text, String.join(", ", codes)));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /// The description without its full stop, because that follows a message.
    private static String meaning(ArgSpec argument) {
        String description = String.join(" ", argument.description());
        return description.endsWith(".") ? description.substring(0, description.length() - 1) : description;
    }
}
