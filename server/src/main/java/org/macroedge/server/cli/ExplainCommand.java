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
    private final QuestionOptions question = new QuestionOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ExplainCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Asking asking = new Asking(spec, clock, question);
        String id = AskedId.instrument(instrument);
        return asking.show(new Read<>(
                "bias/" + id + "/explanation",
                Map.of("weightSet", question.weightSet),
                BiasExplanation.class,
                asking.store(session -> session.get(LatestBias.class)
                        .at(question.recordedAt())
                        .explanation(id, question.asOf(), question.weightSet)),
                COLUMNS,
                answer -> answer.contributions().stream()
                        .map(one -> cells(answer, one))
                        .toList(),
                ExplainCommand::table));
    }

    private static List<@Nullable Object> cells(BiasExplanation run, BiasContribution one) {
        return Arrays.asList(
                run.asOf(),
                run.runId(),
                run.item().instrument(),
                one.indicator(),
                one.region(),
                one.category(),
                one.releaseId(),
                one.releasedAt(),
                one.actual(),
                one.forecast(),
                one.forecastKind(),
                one.surprise(),
                one.sigma(),
                one.sigmaObservations(),
                one.zRaw(),
                one.z(),
                one.ageDays(),
                one.decay(),
                one.weight(),
                one.contribution(),
                String.join(" ", one.marks()));
    }

    private static void table(PrintWriter out, BiasExplanation answer) {
        Tables.heading(out, answer.run());
        BiasItem item = answer.item();
        BiasReading reading = item.reading();
        out.printf(
                "%s, %s: %s %s, Z %s, confidence %s, run %s%n%n",
                item.instrument(),
                item.name(),
                Tables.direction(reading.label(), reading.reason()),
                Tables.signed(reading.score()),
                Tables.decimals(reading.z()),
                Tables.percent(reading.confidence()),
                answer.runId().substring(0, 12));
        out.printf(
                "%-36s %-20s %12s %12s %10s %6s %5s %7s %6s  %s%n",
                "indicator", "released", "actual", "forecast", "sigma", "z", "decay", "weight", "adds", "marks");
        answer.contributions().forEach(one -> out.println(line(one)));
        out.printf(
                "%nNothing live from %d more indicators that have a weight here.%n",
                answer.missing().size());
    }

    private static String line(BiasContribution one) {
        return String.format(
                        Locale.ROOT,
                        "%-36s %-20s %12s %12s %10.4g %6s %5.2f %+7.3f %6s  %s",
                        one.indicator(),
                        one.releasedAt(),
                        Tables.plain(one.actual()),
                        Tables.plain(one.forecast()),
                        one.sigma(),
                        Tables.decimals(one.z()),
                        one.decay(),
                        one.weight(),
                        Tables.decimals(one.contribution()),
                        String.join(" ", one.marks()))
                .stripTrailing();
    }
}
