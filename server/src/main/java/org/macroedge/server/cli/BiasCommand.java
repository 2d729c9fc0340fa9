package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints the bias of every instrument as a table.
@Command(
        name = "bias",
        description = "Which way the macro data lean for each instrument, how strongly, how sure and why.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge bias",
            "  macro-edge bias --as-of 2021-09-03T12:29:59Z    one second before the payrolls",
            "  macro-edge bias --format json"
        })
final class BiasCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "as_of",
            "run_id",
            "instrument",
            "score",
            "label",
            "z",
            "confidence",
            "coverage",
            "freshness",
            "quality",
            "agreement",
            "reason",
            "change_day",
            "change_week");

    @Mixin
    private final QuestionOptions question = new QuestionOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    BiasCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        BiasSummary summary = Asking.ask(
                console,
                clock,
                question,
                "bias/summary",
                Map.of("weightSet", question.weightSet),
                BiasSummary.class,
                known -> new BiasAnswers(known.catalogue(), known.surprises(), clock)
                        .summary(question.asOf(), question.weightSet));
        Answer.write(
                console.out(),
                question.format,
                summary,
                COLUMNS,
                summary.items().stream().map(item -> cells(summary, item)).toList(),
                out -> table(out, summary));
        return 0;
    }

    private static List<@Nullable Object> cells(BiasSummary run, BiasItem item) {
        return Arrays.asList(
                run.asOf(),
                run.runId(),
                item.instrument(),
                item.score(),
                item.label(),
                item.z(),
                item.confidence(),
                item.coverage(),
                item.freshness(),
                item.quality(),
                item.agreement(),
                item.reason(),
                item.change().day(),
                item.change().week());
    }

    private static void table(PrintWriter out, BiasSummary summary) {
        Tables.heading(out, summary.asOf(), summary.stale(), summary.sampleOnly(), summary.weightSet());
        out.printf(
                "%-7s %5s  %-21s %-16s %5s %5s %5s  %s%n",
                "", "score", "", "", "24 h", "7 d", "conf.", "why, largest first");
        summary.items().forEach(item -> out.println(row(item)));
    }

    private static String row(BiasItem item) {
        String label = item.label() == null ? Tables.words(String.valueOf(item.reason())) : Tables.words(item.label());
        return String.format(
                        "%-7s %5s  %s %-16s %5s %5s %5s  %s",
                        item.instrument(),
                        Tables.signed(item.score()),
                        Tables.bar(item.score()),
                        label,
                        Tables.signed(item.change().day()),
                        Tables.signed(item.change().week()),
                        Tables.percent(item.confidence()),
                        item.drivers().stream()
                                .map(driver -> driver.region() + " " + driver.shortName() + " "
                                        + Tables.decimals(driver.contribution()))
                                .collect(Collectors.joining(", ")))
                .stripTrailing();
    }
}
