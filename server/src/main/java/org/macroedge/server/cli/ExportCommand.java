package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.HistoryGrid;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes what is known as CSV, unrounded, for notebooks.
@Command(
        name = "export",
        description = "Writes releases, surprises or biases as CSV to standard output.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(releases | surprises | bias)")
final class ExportCommand implements Runnable {

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ExportCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        Console.of(spec)
                .out()
                .println(Objects.requireNonNull(spec).commandLine().getUsageMessage());
    }

    @Command(
            name = "releases",
            description = "Every release in the layout of profile macro-edge, ascending.",
            mixinStandardHelpOptions = true)
    int releases(
            @Mixin QuestionOptions question,
            @Option(names = "--from", paramLabel = "INSTANT", description = "Leave out what came before.") @Nullable
                    String from) {
        Instant start = Instants.read("--from", from);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", start == null ? null : from);
        return new Asking(spec, clock, question)
                .stream("exports/releases", parameters, exports -> exports.releases(question.query(), start));
    }

    @Command(
            name = "surprises",
            description = "Every release with its surprise, scale and z, by indicator, ascending.",
            mixinStandardHelpOptions = true)
    int surprises(@Mixin QuestionOptions question) {
        return new Asking(spec, clock, question)
                .stream("exports/surprises", Map.of(), exports -> exports.surprises(question.query()));
    }

    @Command(
            name = "bias",
            description = "Every instrument's bias at each daily close or release instant, by instrument, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export bias --from 2012-01-01T00:00:00Z > bias.csv"})
    int bias(
            @Mixin QuestionOptions question,
            @Option(names = "--from", paramLabel = "INSTANT", description = "Default: a year before the end.") @Nullable
                    String from,
            @Option(names = "--to", paramLabel = "INSTANT", description = "Default: the instant of the question.")
                    @Nullable
                    String to,
            @Option(
                            names = "--at",
                            paramLabel = "POINTS",
                            defaultValue = "close",
                            description = "close or release (default: ${DEFAULT-VALUE}).")
                    HistoryGrid at) {
        Instant start = Instants.read("--from", from);
        Instant end = Instants.read("--to", to);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", start == null ? null : from);
        parameters.put("to", end == null ? null : to);
        parameters.put("at", at.code());
        parameters.put("weightSet", question.weightSet);
        return new Asking(spec, clock, question)
                .stream("exports/bias", parameters, exports -> exports.bias(question.weightedQuery(), start, end, at));
    }
}
