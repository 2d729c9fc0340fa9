package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.BiasAnswer;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.RunHeader;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.platform.query.WeightedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the bias of every instrument, or of one.
@Command(
        name = "bias",
        description = "Which way the macro data lean for each instrument, how strongly, how sure and why.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge bias --as-of 2021-09-03T12:29:59Z    one second before the payrolls",
            "  macro-edge bias EURUSD --format json"
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

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    BiasCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return instrument == null
                ? runner.show(all(runner))
                : runner.show(one(runner, ResolvedId.instrument(instrument)));
    }

    private Read<BiasSummary> all(ReadRunner runner) {
        return new Read<>(
                "bias/summary",
                Map.of(WeightedQuery.WEIGHT_SET, options.weightSet),
                BiasSummary.class,
                runner.store(session -> session.get(LatestBias.class)
                        .at(options.recordedAt())
                        .summary(options.asOf(), options.weightSet)),
                run -> Heading.of(run.run()),
                COLUMNS,
                run -> run.items().stream().map(item -> cells(run.run(), item)).toList(),
                (page, run) -> {
                    Heading.print(page, run.run());
                    table(page.out(), run.items());
                });
    }

    private Read<BiasAnswer> one(ReadRunner runner, String id) {
        return new Read<>(
                "bias/" + id,
                Map.of(WeightedQuery.WEIGHT_SET, options.weightSet),
                BiasAnswer.class,
                runner.store(session -> session.get(LatestBias.class)
                        .at(options.recordedAt())
                        .instrument(id, options.asOf(), options.weightSet)),
                run -> Heading.of(run.run()),
                COLUMNS,
                run -> List.of(cells(run.run(), run.item())),
                (page, run) -> {
                    Heading.print(page, run.run());
                    table(page.out(), List.of(run.item()));
                });
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

    private static void table(PrintWriter out, List<BiasItem> items) {
        out.printf(
                "%-7s %5s  %-21s %-16s %5s %5s %5s  %s%n",
                "", "score", "", "", "24 h", "7 d", "data", "why, largest first");
        items.forEach(item -> out.println(row(item)));
    }

    private static String row(BiasItem item) {
        BiasReading reading = item.reading();
        return String.format(
                        "%-7s %5s  %s %-16s %5s %5s %5s  %s",
                        item.instrument(),
                        Tables.signed(reading.score()),
                        Tables.bar(reading.score()),
                        Tables.direction(reading.label(), reading.reason()),
                        Tables.signed(item.change().day()),
                        Tables.signed(item.change().week()),
                        Tables.percent(reading.health()),
                        item.drivers().stream()
                                .map(driver -> driver.region() + " " + driver.shortName() + " "
                                        + Tables.decimals(driver.contribution()))
                                .collect(Collectors.joining(", ")))
                .stripTrailing();
    }
}
