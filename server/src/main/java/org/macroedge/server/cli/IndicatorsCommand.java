package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.IndicatorAnswers;
import org.macroedge.server.surprises.view.IndicatorItem;
import org.macroedge.server.surprises.view.IndicatorList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints every indicator with its last release.
@Command(
        name = "indicators",
        description = "Every indicator of the catalogue with its last release.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: macro-edge indicators --format csv"})
final class IndicatorsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "indicator",
            "name",
            "region",
            "category",
            "unit",
            "frequency",
            "polarity",
            "importance",
            "group",
            "stage",
            "releases",
            "last_released_at",
            "last_actual",
            "last_forecast",
            "last_z");

    @Mixin
    private final QuestionOptions question = new QuestionOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    IndicatorsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        IndicatorList answer = Asking.ask(
                console,
                clock,
                question,
                "indicators",
                Map.of(),
                IndicatorList.class,
                known -> new IndicatorAnswers(known.catalogue(), known.surprises(), clock).list(question.asOf()));
        Answer.write(
                console.out(),
                question.format,
                answer,
                COLUMNS,
                answer.items().stream().map(IndicatorsCommand::cells).toList(),
                out -> table(out, answer));
        return 0;
    }

    private static List<@Nullable Object> cells(IndicatorItem one) {
        return Arrays.asList(
                one.indicator(),
                one.name(),
                one.region(),
                one.category(),
                one.unit(),
                one.frequency(),
                one.polarity(),
                one.importance(),
                one.group(),
                one.stage(),
                one.releases(),
                one.lastReleasedAt(),
                one.lastActual(),
                one.lastForecast(),
                one.lastZ());
    }

    private static void table(PrintWriter out, IndicatorList answer) {
        Tables.heading(out, answer.asOf(), answer.stale(), answer.sampleOnly(), null);
        out.printf(
                "%-44s %-12s %-3s %5s  %-20s %14s %14s %6s%n",
                "indicator", "category", "", "count", "last", "actual", "forecast", "z");
        for (IndicatorItem one : answer.items()) {
            out.printf(
                    Locale.ROOT,
                    "%-44s %-12s %-3s %5d  %-20s %14s %14s %6s%n",
                    one.indicator(),
                    one.category(),
                    "*".repeat(one.importance()),
                    one.releases(),
                    one.lastReleasedAt() == null ? "-" : one.lastReleasedAt(),
                    Tables.plain(one.lastActual()),
                    Tables.plain(one.lastForecast()),
                    Tables.decimals(one.lastZ()));
        }
    }
}
