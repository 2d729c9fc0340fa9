package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.CorrelationMethod;
import org.macroedge.server.cli.tables.CorrelationTable;
import org.macroedge.server.correlation.CorrelationKind;
import org.macroedge.server.correlation.CorrelationQuestion;
import org.macroedge.server.correlation.CorrelationStep;
import org.macroedge.server.correlation.LatestCorrelations;
import org.macroedge.server.correlation.view.CorrelationAnswer;
import org.macroedge.server.correlation.view.CorrelationPair;
import org.macroedge.server.correlation.view.CorrelationPoint;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints whether several series are one opinion or many.
@Command(
        name = "correlation",
        description = "Which biases, indices, surprises or prices move together: the strongest correlations with their"
                + " intervals, and how many independent ones there are.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge correlation",
            "  macro-edge correlation --of index --from 2016-01-01",
            "  macro-edge correlation --pair EURUSD,SPX --every day --window 250",
            "  macro-edge correlation --of price --method spearman",
            "  macro-edge correlation --format csv > pairs.csv"
        })
final class CorrelationCommand implements Callable<Integer> {

    private static final String PAIR = "--pair";
    private static final String WINDOW = "--window";

    private static final List<String> COLUMNS =
            List.of("as_of", "first", "second", "until", "observations", "r", "effective", "lower", "upper", "reason");

    @Option(
            names = "--of",
            paramLabel = "SERIES",
            description = "bias, index, surprise (of the indicators of the highest importance) or price (default:"
                    + " bias).")
    private @Nullable CorrelationKind of;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "pearson, of the values; or spearman, of their ranks, which one extreme value moves little"
                    + " (default: pearson).")
    private @Nullable CorrelationMethod method;

    @Option(
            names = "--every",
            paramLabel = "STEP",
            description = "Rows from week to week, or from weekday to weekday: week or day (default: week).")
    private @Nullable CorrelationStep every;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Start of the first row; a date means its start in UTC (default: three years of weeks, or"
                    + " one year of days).")
    private @Nullable String from;

    @Option(names = PAIR, paramLabel = "ID,ID", description = "Only these two, and how their correlation came to be.")
    private @Nullable String pair;

    @Option(
            names = WINDOW,
            paramLabel = "ROWS",
            description = "Rows behind each point of a pair's path, 20 to 1000 (default: 52 weeks, or 60 days).")
    private @Nullable Integer window;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    CorrelationCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        CorrelationQuestion question = question();
        return runner.show(new Read<>(
                "correlation",
                parameters(question),
                CorrelationAnswer.class,
                runner.store(session -> session.get(LatestCorrelations.class)
                        .at(options.recordedAt())
                        .of(question, options.asOf())),
                CorrelationAnswer::header,
                COLUMNS,
                CorrelationCommand::rows,
                CorrelationTable::print));
    }

    /// @throws MacroEdgeException with `invalid-request` for a pair that is not two ids, and for a window that is too
    /// short, too long or without a pair
    private CorrelationQuestion question() {
        CorrelationKind kind = of == null ? CorrelationKind.BIAS : of;
        return new CorrelationQuestion(
                kind,
                method == null ? CorrelationMethod.PEARSON : method,
                every == null ? CorrelationStep.WEEK : every,
                Instants.readStart("--from", from),
                pair == null ? null : pair(kind, pair),
                CorrelationQuestion.window(WINDOW, window, pair));
    }

    private static String pair(CorrelationKind kind, String text) {
        String[] ids = text.split(",", -1);
        if (ids.length != 2 || ids[0].isBlank() || ids[1].isBlank()) {
            throw InvalidValue.of(PAIR, text, CorrelationQuestion.WORDS, CorrelationQuestion.EXAMPLE);
        }
        return resolved(kind, ids[0]) + "," + resolved(kind, ids[1]);
    }

    private static String resolved(CorrelationKind kind, String id) {
        return switch (kind) {
            case BIAS, PRICE -> ResolvedId.instrument(id);
            case INDEX -> ResolvedId.index(id);
            case SURPRISE -> ResolvedId.indicator(id);
        };
    }

    private static Map<String, @Nullable String> parameters(CorrelationQuestion question) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("of", question.of().code());
        parameters.put("method", question.method().code());
        parameters.put("every", question.every().code());
        parameters.put("from", ReadRunner.text(question.from()));
        parameters.put("pair", question.pair());
        parameters.put(
                "window", question.window() == null ? null : question.window().toString());
        return parameters;
    }

    /// The pairs; of a pair that was asked for also its path, with the last close of each point.
    private static List<List<@Nullable Object>> rows(CorrelationAnswer answer) {
        Stream<List<@Nullable Object>> pairs = answer.pairs().stream().map(found -> cells(answer, found));
        if (answer.path() == null || answer.pairs().isEmpty()) {
            return pairs.toList();
        }
        CorrelationPair whole = answer.pairs().getFirst();
        return Stream.concat(pairs, answer.path().points().stream().map(point -> cells(answer, whole, point)))
                .toList();
    }

    private static List<@Nullable Object> cells(CorrelationAnswer answer, CorrelationPair found) {
        return Arrays.asList(
                answer.header().asOf(),
                found.first(),
                found.second(),
                null,
                found.observations(),
                found.r(),
                found.effective(),
                found.lower(),
                found.upper(),
                found.reason());
    }

    private static List<@Nullable Object> cells(
            CorrelationAnswer answer, CorrelationPair whole, CorrelationPoint point) {
        return Arrays.asList(
                answer.header().asOf(),
                whole.first(),
                whole.second(),
                point.until(),
                point.observations(),
                point.r(),
                point.effective(),
                point.lower(),
                point.upper(),
                point.reason());
    }
}
