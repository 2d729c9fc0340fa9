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
            "confidence",
            "coverage",
            "freshness",
            "quality",
            "agreement",
            "reason",
            "change_day",
            "change_week");

    @Parameters(paramLabel = "INSTRUMENT", arity = "0..1", description = "One alone, for example EURUSD.")
    private @Nullable String instrument;

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
        Asking asking = new Asking(spec, clock, question);
        return instrument == null ? asking.show(all(asking)) : asking.show(one(asking, AskedId.instrument(instrument)));
    }

    private Read<BiasSummary> all(Asking asking) {
        return new Read<>(
                "bias/summary",
                Map.of("weightSet", question.weightSet),
                BiasSummary.class,
                asking.store(session -> session.get(LatestBias.class)
                        .at(question.recordedAt())
                        .summary(question.asOf(), question.weightSet)),
                COLUMNS,
                run -> run.items().stream().map(item -> cells(run.run(), item)).toList(),
                (out, run) -> {
                    Tables.heading(out, run.run());
                    table(out, run.items());
                });
    }

    private Read<BiasAnswer> one(Asking asking, String id) {
        return new Read<>(
                "bias/" + id,
                Map.of("weightSet", question.weightSet),
                BiasAnswer.class,
                asking.store(session -> session.get(LatestBias.class)
                        .at(question.recordedAt())
                        .instrument(id, question.asOf(), question.weightSet)),
                COLUMNS,
                run -> List.of(cells(run.run(), run.item())),
                (out, run) -> {
                    Tables.heading(out, run.run());
                    table(out, List.of(run.item()));
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
                reading.confidence(),
                reading.coverage(),
                reading.freshness(),
                reading.quality(),
                reading.agreement(),
                reading.reason(),
                item.change().day(),
                item.change().week());
    }

    private static void table(PrintWriter out, List<BiasItem> items) {
        out.printf(
                "%-7s %5s  %-21s %-16s %5s %5s %5s  %s%n",
                "", "score", "", "", "24 h", "7 d", "conf.", "why, largest first");
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
                        Tables.percent(reading.confidence()),
                        item.drivers().stream()
                                .map(driver -> driver.region() + " " + driver.shortName() + " "
                                        + Tables.decimals(driver.contribution()))
                                .collect(Collectors.joining(", ")))
                .stripTrailing();
    }
}
