package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.BiasAnswer;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.RunHeader;
import org.macroedge.server.cli.tables.BiasSelection;
import org.macroedge.server.cli.tables.BiasTable;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the bias of every instrument, or of one.
@Command(
        name = "bias",
        description = "Which way the macro data lean for each instrument, how strongly, and why.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge bias --as-of 2021-09-03T12:29:59Z    one second before the payrolls",
            "  macro-edge bias --class fx --sort day           currency pairs, largest change first",
            "  macro-edge bias EURUSD --format json",
            "",
            "score     from \u2212100 to +100; from 40 on it has a direction, from 87 on it is strong",
            "agree     how far the reasons point the same way, rounded down; below 25%% they pull both ways",
            "data      how complete, punctual and well-sourced the data are, where below 100%%",
            "reasons   what each adds to the bias, how far it was from the forecast, its age",
            "was       the label 24 hours ago, where it was another one",
            "",
            "A bias takes one line where the terminal is too narrow for both reasons: \u25b2 bullish, \u25cb neutral,"
                    + " \u25bc bearish, twice for strongly. --reasons shows all of it.",
            "",
            "`explain INSTRUMENT` shows every release behind one bias, `calendar today` what was released."
        })
final class BiasCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "as_of",
            "run_id",
            "instrument",
            "score",
            "label",
            "z",
            "health",
            "coverage",
            "freshness",
            "quality",
            "agreement",
            "breadth",
            "new_share",
            "reason",
            "change_day",
            "change_week");

    @Parameters(paramLabel = "INSTRUMENT", arity = "0..1", description = "One alone, for example EURUSD.")
    private @Nullable String instrument;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final WeightSetOption weights = new WeightSetOption();

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            converter = AssetClassConverter.class,
            completionCandidates = AssetClassConverter.Codes.class,
            description = "One class alone: ${COMPLETION-CANDIDATES}, or a part of one of these words.")
    private @Nullable AssetClass assetClass;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            converter = RegionConverter.class,
            description = "Instruments of which one of the three largest reasons comes from this region:"
                    + " ${COMPLETION-CANDIDATES}.")
    private @Nullable Region region;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "catalogue",
            description = "${COMPLETION-CANDIDATES}: as in the catalogue, highest score, largest change of a day or a"
                    + " week, lowest agreement (default: ${DEFAULT-VALUE}).")
    private BiasSelection.Order sort = BiasSelection.Order.CATALOGUE;

    @Option(names = "--reasons", description = "Both reasons of each bias in the table, however many lines that takes.")
    private boolean reasons;

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    BiasCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        checkSelection();
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return instrument == null
                ? runner.show(all(runner))
                : runner.show(one(runner, ResolvedId.instrument(instrument)));
    }

    /// JSON is what the API answers, so that a selection would have no effect on it.
    private void checkSelection() {
        boolean selects = assetClass != null || region != null || sort != BiasSelection.Order.CATALOGUE;
        if (selects && (instrument != null || options.format == ReadOptions.Format.JSON)) {
            throw CommandMessage.NOTHING_TO_SELECT.exception();
        }
        if (reasons && (instrument != null || options.format != ReadOptions.Format.TABLE)) {
            throw CommandMessage.OF_ALL_ALONE.exception("--reasons", "table of all instruments");
        }
    }

    private Read<BiasSummary> all(ReadRunner runner) {
        BiasSelection selection = new BiasSelection(assetClass, region, sort);
        return new Read<>(
                "bias/summary",
                Map.of(WeightedQuery.WEIGHT_SET, weights.id),
                BiasSummary.class,
                runner.store(session ->
                        session.get(LatestBias.class).at(options.recordedAt()).summary(options.asOf(), weights.id)),
                run -> Heading.of(run.run()),
                COLUMNS,
                run -> selection.of(run.items()).stream()
                        .map(item -> cells(run.run(), item))
                        .toList(),
                (page, run) -> BiasTable.print(page, run, selection.of(run.items()), reasons));
    }

    private Read<BiasAnswer> one(ReadRunner runner, String id) {
        return new Read<>(
                "bias/" + id,
                Map.of(WeightedQuery.WEIGHT_SET, weights.id),
                BiasAnswer.class,
                runner.store(session -> session.get(LatestBias.class)
                        .at(options.recordedAt())
                        .instrument(id, options.asOf(), weights.id)),
                run -> Heading.of(run.run()),
                COLUMNS,
                run -> List.of(cells(run.run(), run.item())),
                BiasTable::print);
    }

    private static List<@Nullable Object> cells(RunHeader run, BiasItem item) {
        BiasReading reading = item.reading();
        return Arrays.asList(
                run.asOf(),
                run.runId(),
                item.instrument(),
                reading.score(),
                reading.label(),
                reading.z(),
                reading.health(),
                reading.coverage(),
                reading.freshness(),
                reading.quality(),
                reading.agreement(),
                reading.breadth(),
                reading.newShare(),
                reading.reason(),
                item.change().day(),
                item.change().week());
    }
}
