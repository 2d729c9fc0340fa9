package org.macroedge.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.Contribution;
import org.macroedge.engine.bias.InstrumentBias;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints the bias of every instrument as a table.
@Command(
        name = "bias",
        description = "Which way the macro data lean for each instrument, how strongly, how sure and why.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: macro-edge bias --calendar calendars/ --as-of 2021-09-03T12:30:00Z"})
final class BiasCommand implements Callable<Integer> {

    private static final int REASONS = 3;
    private static final int DAYS_PER_WEEK = 7;

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
    public Integer call() throws IOException {
        Answers answers = question.answers();
        Instant asOf = question.instant(answers, clock);
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Tables.heading(out, question, answers, asOf, clock);
        List<InstrumentBias> now = answers.model().at(asOf);
        List<InstrumentBias> day = answers.model().at(asOf.minus(1, ChronoUnit.DAYS));
        List<InstrumentBias> week = answers.model().at(asOf.minus(DAYS_PER_WEEK, ChronoUnit.DAYS));
        out.printf(
                "%-7s %5s  %-21s %-16s %5s %5s %5s  %s%n",
                "", "score", "", "", "24 h", "7 d", "conf.", "why, largest first");
        for (int at = 0; at < now.size(); at++) {
            out.println(row(now.get(at), day.get(at), week.get(at)));
        }
        return 0;
    }

    private static String row(InstrumentBias now, InstrumentBias day, InstrumentBias week) {
        String label =
                now.label() == null ? "no history" : Tables.words(now.label().code());
        return String.format(
                        "%-7s %5s  %s %-16s %5s %5s %4d%%  %s",
                        now.instrument().id(),
                        Tables.signed(now.score()),
                        Tables.bar(now.score()),
                        label,
                        Tables.signed(change(now, day)),
                        Tables.signed(change(now, week)),
                        (int) Math.floor(100 * now.confidence().value()),
                        reasons(now))
                .stripTrailing();
    }

    private static @Nullable Double change(InstrumentBias now, InstrumentBias then) {
        Double score = now.score();
        Double before = then.score();
        return score == null || before == null ? null : score - before;
    }

    private static String reasons(InstrumentBias bias) {
        return bias.contributions().stream()
                .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.contribution()))
                        .thenComparing(c -> c.indicator().id()))
                .limit(REASONS)
                .map(c -> String.format(
                        "%s %s %s",
                        Tables.decimals(c.contribution()),
                        c.indicator().region().code(),
                        c.indicator().shortName()))
                .collect(Collectors.joining("  "));
    }
}
