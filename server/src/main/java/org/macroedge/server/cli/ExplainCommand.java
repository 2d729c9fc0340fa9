package org.macroedge.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.Contribution;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
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
        footer = {"", "Example: macro-edge explain EURUSD --calendar calendars/ --as-of 2021-09-03T12:30:00Z"})
final class ExplainCommand implements Callable<Integer> {

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
    public Integer call() throws IOException {
        Answers answers = question.answers();
        Instant asOf = question.instant(answers, clock);
        InstrumentBias bias = answers.model().at(asOf).stream()
                .filter(one -> one.instrument().id().value().equals(instrument.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(answers));
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Tables.heading(out, question, answers, asOf, clock);
        out.printf(
                "%s %s, Z %s, confidence %d%%%n%n",
                bias.instrument().id(), Tables.signed(bias.score()), Tables.decimals(bias.z()), (int)
                        Math.floor(100 * bias.confidence().value()));
        out.printf(
                "%-28s %-20s %12s %12s %12s %6s %5s %7s %6s  %s%n",
                "indicator", "released", "actual", "forecast", "sigma", "z", "decay", "weight", "adds", "marks");
        bias.contributions().stream()
                .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.contribution()))
                        .thenComparing(c -> c.indicator().id()))
                .forEach(c -> out.println(line(c)));
        out.printf(
                "%nNo live signal from %d indicators that have a weight here.%n",
                bias.missing().size());
        return 0;
    }

    private IllegalArgumentException unknown(Answers answers) {
        List<String> nearest = Nearest.three(
                instrument,
                answers.catalogue().instruments().stream()
                        .map(one -> one.id().value())
                        .toList());
        return new IllegalArgumentException(
                "no instrument \"" + instrument + "\"; the nearest are " + String.join(", ", nearest));
    }

    private static String line(Contribution c) {
        StandardisedSurprise surprise = c.surprise();
        return String.format(
                        Locale.ROOT,
                        "%-28s %-20s %12s %12s %12.4g %6s %5.2f %7s %6s  %s",
                        c.indicator().id(),
                        surprise.release().releasedAt(),
                        plain(surprise.release().actual()),
                        surprise.forecast() == null
                                ? "-"
                                : plain(surprise.forecast().value()),
                        surprise.sigma(),
                        Tables.decimals(surprise.z()),
                        c.decay(),
                        String.format(Locale.ROOT, "%+.3f", c.weight()),
                        Tables.decimals(c.contribution()),
                        c.marks().stream().map(Mark::code).collect(Collectors.joining(" ")))
                .stripTrailing();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
