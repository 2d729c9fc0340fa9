package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.HistoryGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes what is known as CSV, unrounded, for notebooks.
@Command(
        name = "export",
        description = "Writes releases, surprises, biases or surprise indices as CSV to standard output.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(releases | surprises | bias | indices)")
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
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export releases --from 2020-01-01 > releases.csv"})
    int releases(
            @Mixin ReadOptions options,
            @Option(names = "--from", paramLabel = "INSTANT", description = "Leave out what came before.") @Nullable
                    String from) {
        Instant start = Instants.readStart("--from", from);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(start));
        return new ReadRunner(spec, clock, options)
                .stream("exports/releases", parameters, exports -> exports.releases(options.query(), start));
    }

    @Command(
            name = "surprises",
            description = "Every release with its surprise, scale and z, by indicator, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export surprises > surprises.csv"})
    int surprises(@Mixin ReadOptions options) {
        return new ReadRunner(spec, clock, options)
                .stream("exports/surprises", Map.of(), exports -> exports.surprises(options.query()));
    }

    @Command(
            name = "bias",
            description = "Every instrument's bias at each daily close or release instant, by instrument, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export bias --from 2012-01-01 > bias.csv"})
    int bias(
            @Mixin ReadOptions options,
            @Option(names = "--from", paramLabel = "INSTANT", description = "Default: a year before the end.") @Nullable
                    String from,
            @Option(names = "--to", paramLabel = "INSTANT", description = "Default: the time of --as-of.") @Nullable
                    String to,
            @Option(
                            names = "--at",
                            paramLabel = "POINTS",
                            defaultValue = "close",
                            description = "close or release (default: ${DEFAULT-VALUE}).")
                    HistoryGrid at) {
        Instant start = Instants.readStart("--from", from);
        Instant end = Instants.read("--to", to);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(start));
        parameters.put("to", ReadRunner.text(end));
        parameters.put("at", at.code());
        parameters.put(WeightedQuery.WEIGHT_SET, options.weightSet);
        return new ReadRunner(spec, clock, options)
                .stream("exports/bias", parameters, exports -> exports.bias(options.weightedQuery(), start, end, at));
    }

    @Command(
            name = "indices",
            description = "Surprise indices at each daily close or release instant, by index, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export indices --index US --from 2012-01-01T00:00:00Z > us.csv"})
    int indices(
            @Mixin ReadOptions options,
            @Option(names = "--index", paramLabel = "INDEX", description = "One of them (default: all).") @Nullable
                    String index,
            @Option(names = "--from", paramLabel = "INSTANT", description = "Default: a year before the end.") @Nullable
                    String from,
            @Option(names = "--to", paramLabel = "INSTANT", description = "Default: the time of --as-of.") @Nullable
                    String to,
            @Option(
                            names = "--at",
                            paramLabel = "POINTS",
                            defaultValue = "close",
                            description = "close or release (default: ${DEFAULT-VALUE}).")
                    HistoryGrid at) {
        String id = index == null ? null : ResolvedId.index(index);
        Instant start = Instants.read("--from", from);
        Instant end = Instants.read("--to", to);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("index", id);
        parameters.put("from", start == null ? null : from);
        parameters.put("to", end == null ? null : to);
        parameters.put("at", at.code());
        return new ReadRunner(spec, clock, options)
                .stream("exports/indices", parameters, exports -> exports.indices(options.query(), id, start, end, at));
    }
}
