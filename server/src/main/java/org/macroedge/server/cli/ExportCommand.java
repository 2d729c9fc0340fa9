package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes what is known as CSV, unrounded, for notebooks.
@Command(
        name = "export",
        description = "Writes releases, surprises, biases, surprise indices or prices as CSV to standard output.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(releases | surprises | bias | indices | prices)")
final class ExportCommand extends CommandGroup {

    private final Clock clock;

    ExportCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "releases",
            description = "Every published release in the layout of profile macro-edge, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export releases --from 2020-01-01 > releases.csv"})
    int releases(
            @Mixin ExportOptions options,
            @Option(names = "--from", paramLabel = "INSTANT", description = "Leave out what came before.") @Nullable
                    String from) {
        Instant start = Instants.readStart("--from", from);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(start));
        return new ReadRunner(spec, clock, options.read())
                .stream("exports/releases", parameters, exports -> exports.releases(options.query(), start));
    }

    @Command(
            name = "surprises",
            description = "Every release with its surprise, scale and z, by indicator, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export surprises > surprises.csv"})
    int surprises(@Mixin ExportOptions options) {
        return new ReadRunner(spec, clock, options.read())
                .stream("exports/surprises", Map.of(), exports -> exports.surprises(options.query()));
    }

    @Command(
            name = "bias",
            description = "Every instrument's bias at each daily close or release instant, by instrument, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export bias --from 2012-01-01 > bias.csv"})
    int bias(@Mixin ExportOptions options, @Mixin WeightSetOption weights, @Mixin PeriodOptions period) {
        Map<String, @Nullable String> parameters = period.parameters();
        parameters.put(WeightedQuery.WEIGHT_SET, weights.id);
        return new ReadRunner(spec, clock, options.read())
                .stream(
                        "exports/bias",
                        parameters,
                        exports -> exports.bias(
                                options.query().with(weights.id), period.start(), period.end(), period.grid()));
    }

    @Command(
            name = "indices",
            description = "Surprise indices at each daily close or release instant, by index, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export indices --index US --from 2012-01-01T00:00:00Z > us.csv"})
    int indices(
            @Mixin ExportOptions options,
            @Option(names = "--index", paramLabel = "INDEX", description = "One of them (default: all).") @Nullable
                    String index,
            @Mixin PeriodOptions period) {
        String id = index == null ? null : ResolvedId.index(index);
        Map<String, @Nullable String> parameters = period.parameters();
        parameters.put("index", id);
        return new ReadRunner(spec, clock, options.read())
                .stream(
                        "exports/indices",
                        parameters,
                        exports -> exports.indices(options.query(), id, period.start(), period.end(), period.grid()));
    }

    @Command(
            name = "prices",
            description = "Every daily close of every series, by instrument and series, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export prices --instrument EURUSD > eurusd.csv"})
    int prices(
            @Mixin ExportOptions options,
            @Option(names = "--instrument", paramLabel = "INSTRUMENT", description = "One of them (default: all).")
                    @Nullable
                    String instrument,
            @Option(names = "--from", paramLabel = "DATE", description = "First trading date (default: the first).")
                    @Nullable
                    String from) {
        String id = instrument == null ? null : ResolvedId.instrument(instrument);
        Instant start = Instants.readStart("--from", from);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("instrument", id);
        parameters.put("from", ReadRunner.text(start));
        return new ReadRunner(spec, clock, options.read())
                .stream("exports/prices", parameters, exports -> exports.prices(options.query(), id, start));
    }
}
