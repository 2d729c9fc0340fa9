package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.BiasContribution;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.platform.query.WeightedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints one bias down to each release behind it.
@Command(
        name = "explain",
        description = "Every release behind the bias of one instrument, largest first; contributions add up to Z.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge explain EURUSD --as-of 2021-09-03T12:30:00Z",
            "  macro-edge explain XAUUSD --weight-set equal --format csv"
        })
final class ExplainCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "as_of",
            "run_id",
            "instrument",
            "indicator",
            "region",
            "category",
            "release_id",
            "released_at",
            "actual",
            "forecast",
            "forecast_kind",
            "surprise",
            "sigma",
            "sigma_observations",
            "z_raw",
            "z",
            "age_days",
            "decay",
            "weight",
            "contribution",
            "marks");

    @Parameters(paramLabel = "INSTRUMENT", description = "For example EURUSD.")
    private String instrument = "";

    @Mixin
    private final ReadOptions options = new ReadOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ExplainCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        String id = ResolvedId.instrument(instrument);
        return runner.show(new Read<>(
                "bias/" + id + "/explanation",
                Map.of(WeightedQuery.WEIGHT_SET, options.weightSet),
                BiasExplanation.class,
                runner.store(session -> session.get(LatestBias.class)
                        .at(options.recordedAt())
                        .explanation(id, options.asOf(), options.weightSet)),
                run -> Heading.of(run.run()),
                COLUMNS,
                answer -> answer.contributions().stream()
                        .map(contribution -> cells(answer, contribution))
                        .toList(),
                ExplainCommand::table));
    }

    private static List<@Nullable Object> cells(BiasExplanation run, BiasContribution contribution) {
        return Arrays.asList(
                run.asOf(),
                run.runId(),
                run.item().instrument(),
                contribution.indicator(),
                contribution.region(),
                contribution.category(),
                contribution.releaseId(),
                contribution.releasedAt(),
                contribution.actual(),
                contribution.forecast(),
                contribution.forecastKind(),
                contribution.surprise(),
                contribution.sigma(),
                contribution.sigmaObservations(),
                contribution.zRaw(),
                contribution.z(),
                contribution.ageDays(),
                contribution.decay(),
                contribution.weight(),
                contribution.contribution(),
                String.join(" ", contribution.marks()));
    }

    private static void table(Page page, BiasExplanation answer) {
        PrintWriter out = page.out();
        Heading.print(page, answer.run());
        BiasItem item = answer.item();
        BiasReading reading = item.reading();
        out.printf(
                "%s, %s: %s %s, Z %s, data health %s, run %s%n%n",
                item.instrument(),
                item.name(),
                Tables.direction(reading.label(), reading.reason()),
                Tables.signed(reading.score()),
                Tables.decimals(reading.z()),
                Tables.percent(reading.health()),
                answer.runId().substring(0, 12));
        out.printf(
                "%-36s %-20s %12s %15s %10s %6s %5s %7s %6s  %s%n",
                "indicator", "released", "actual", "forecast", "sigma", "z", "decay", "weight", "adds", "marks");
        answer.contributions().forEach(contribution -> out.println(line(contribution)));
        out.printf(
                "%n%d more indicators have a weight here but no active signal.%n",
                answer.missing().size());
    }

    private static String line(BiasContribution contribution) {
        return String.format(
                        Locale.ROOT,
                        "%-36s %-20s %12s %15s %10.4g %6s %5.2f %+7.3f %6s  %s",
                        contribution.indicator(),
                        contribution.releasedAt(),
                        Tables.plain(contribution.actual()),
                        Tables.forecast(contribution.forecast(), contribution.marks()),
                        contribution.sigma(),
                        Tables.decimals(contribution.z()),
                        contribution.decay(),
                        contribution.weight(),
                        Tables.decimals(contribution.contribution()),
                        String.join(" ", contribution.marks()))
                .stripTrailing();
    }
}
