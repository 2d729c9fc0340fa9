package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.exports.BrokerSymbols;
import org.macroedge.server.exports.Export;
import org.macroedge.server.exports.Exports;
import org.macroedge.server.exports.ReleaseLayout;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes what is known as a file, unrounded, for notebooks, spreadsheets and MetaTrader.
@Command(
        name = "export",
        description =
                "Writes releases, surprises, biases, surprise indices or prices as CSV to standard output, or as CSV,"
                        + " Parquet, XLSX or Arrow to a file.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(releases | surprises | bias | indices | prices)")
final class ExportCommand extends CommandGroup {

    private final Clock clock;

    ExportCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "releases",
            description = "Every published release, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export releases --region US --from 2020-01-01 > releases.csv"})
    int releases(
            @Mixin ExportOptions options,
            @Mixin ReleaseFilter filter,
            @Option(
                            names = "--layout",
                            paramLabel = "LAYOUT",
                            defaultValue = "analysis",
                            description = "analysis: every column; or import: those of profile macro-edge, which"
                                    + " imports them again (default: ${DEFAULT-VALUE}).")
                    ReleaseLayout layout) {
        Map<String, @Nullable String> parameters = filter.parameters();
        parameters.put("layout", layout.code());
        return run(
                options,
                "exports/releases",
                parameters,
                exports -> layout == ReleaseLayout.IMPORT
                        ? exports.importable(options.query(), filter.wanted())
                        : exports.releases(options.query(), filter.wanted()));
    }

    @Command(
            name = "surprises",
            description = "Every release with its surprise, scale and z, by indicator, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export surprises --format parquet --output surprises.parquet"})
    int surprises(@Mixin ExportOptions options, @Mixin ReleaseFilter filter) {
        return run(
                options,
                "exports/surprises",
                filter.parameters(),
                exports -> exports.surprises(options.query(), filter.wanted()));
    }

    @Command(
            name = "bias",
            description = "Every instrument's bias at each daily close or release instant, by instrument, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export bias --from 2012-01-01 > bias.csv"})
    int bias(
            @Mixin ExportOptions options,
            @Mixin WeightSetOption weights,
            @Mixin BrokerOptions broker,
            @Option(names = "--instrument", paramLabel = "INSTRUMENT", description = "One of them (default: all).")
                    @Nullable
                    String instrument,
            @Mixin PeriodOptions period) {
        String id = instrument == null ? null : ResolvedId.instrument(instrument);
        Map<String, @Nullable String> parameters = period.parameters();
        parameters.put(WeightedQuery.WEIGHT_SET, weights.id);
        parameters.put("instrument", id);
        return run(
                options,
                "exports/bias",
                parameters,
                broker,
                exports -> exports.bias(
                        options.query().with(weights.id), id, period.start(), period.end(), period.grid()));
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
        return run(
                options,
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
            @Mixin BrokerOptions broker,
            @Option(names = "--instrument", paramLabel = "INSTRUMENT", description = "One of them (default: all).")
                    @Nullable
                    String instrument,
            @Option(names = "--from", paramLabel = "DATE", description = "First trading date (default: the first).")
                    @Nullable
                    String from,
            @Option(names = "--to", paramLabel = "DATE", description = "Last trading date (default: the last).")
                    @Nullable
                    String to) {
        String id = instrument == null ? null : ResolvedId.instrument(instrument);
        Instant start = Instants.readStart("--from", from);
        Instant end = Instants.read("--to", to);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("instrument", id);
        parameters.put("from", ReadRunner.text(start));
        parameters.put("to", ReadRunner.text(end));
        return run(
                options,
                "exports/prices",
                parameters,
                broker,
                exports -> exports.prices(options.query(), id, start, end));
    }

    private int run(
            ExportOptions options,
            String path,
            Map<String, @Nullable String> parameters,
            Function<Exports, Export> export) {
        return run(options, path, parameters, new BrokerOptions(), export);
    }

    private int run(
            ExportOptions options,
            String path,
            Map<String, @Nullable String> parameters,
            BrokerOptions broker,
            Function<Exports, Export> export) {
        BrokerSymbols symbols = broker.symbols();
        broker.addTo(parameters);
        try (ExportSink sink = options.sink(Console.of(spec).out(), symbols)) {
            return new ReadRunner(spec, clock, options.read())
                    .stream(
                            path,
                            options.parameters(parameters),
                            exports -> {
                                exports.check(symbols, options.query().recordedAt());
                                return options.select(export.apply(exports));
                            },
                            sink);
        }
    }
}
