package org.macroedge.server.cli.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.CorrelationMethod;
import org.macroedge.engine.correlation.NoCorrelation;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.correlation.CorrelationKind;
import org.macroedge.server.correlation.view.ComponentMember;
import org.macroedge.server.correlation.view.CorrelatedSeries;
import org.macroedge.server.correlation.view.CorrelationAnswer;
import org.macroedge.server.correlation.view.CorrelationPair;
import org.macroedge.server.correlation.view.CorrelationPoint;
import org.macroedge.server.correlation.view.RollingCorrelation;
import org.macroedge.server.correlation.view.SharedComponent;
import org.macroedge.server.correlation.view.SharedMoves;

/// Whether several series are one opinion or many, for a reader.
public final class CorrelationTable {

    private static final int STRONGEST = 20;
    private static final int POINTS = 12;
    private static final double PERCENT = 100;

    private CorrelationTable() {}

    /// Prints an answer: what the series share and the strongest pairs, or a pair and its path.
    public static void print(Page page, CorrelationAnswer answer) {
        Heading.print(page, answer.header());
        if (answer.series().isEmpty()) {
            page.text(none(page, answer));
            return;
        }
        page.text(rows(page, answer));
        page.line();
        if (answer.path() == null) {
            shared(page, answer);
            page.line();
        }
        pairs(page, answer);
        if (answer.path() != null) {
            path(page, answer.path(), answer.fewest());
        }
        page.line();
        page.text("r: " + method(answer) + " with its 95% interval; bold where that leaves out 0. effective: as many"
                + " independent rows hold as much as the n rows in which both have a value.");
    }

    private static String method(CorrelationAnswer answer) {
        return switch (Coded.of(CorrelationMethod.class, answer.method())) {
            case PEARSON -> "Pearson's correlation";
            case SPEARMAN -> "Spearman's correlation, of ranks,";
        };
    }

    private static String none(Page page, CorrelationAnswer answer) {
        if (answer.knownFrom() == null) {
            return answer.of().equals(CorrelationKind.PRICE.code())
                    ? "No prices are stored: `import prices FILE --profile NAME` stores some."
                    : "No releases are stored: `import calendar FILE --profile NAME` stores some.";
        }
        return "No series of this kind has enough values since "
                + page.times().full(start(answer)) + ". "
                + (answer.from().isAfter(answer.knownFrom())
                        ? "An earlier --from gives it more."
                        : "Nothing earlier is stored.");
    }

    /// Where the rows start that can have values.
    private static Instant start(CorrelationAnswer answer) {
        return answer.knownFrom() != null && answer.knownFrom().isAfter(answer.from())
                ? answer.knownFrom()
                : answer.from();
    }

    private static String rows(Page page, CorrelationAnswer answer) {
        String what = switch (Coded.of(CorrelationKind.class, answer.of())) {
            case SURPRISE -> "Mean surprises of each ";
            case PRICE -> "Returns of each ";
            case BIAS, INDEX -> "Changes of each ";
        };
        return what + answer.every() + ", " + Numbers.count(answer.rows(), "row") + " since "
                + page.times().full(start(answer)) + ".";
    }

    private static void shared(Page page, CorrelationAnswer answer) {
        SharedMoves shared = answer.shared();
        if (shared.effective() == null || shared.intensity() == null || shared.series() < 2) {
            page.text(unshared(shared));
            return;
        }
        page.text(shared.series() + " series move as " + Numbers.fraction(shared.effective())
                + " independent ones, over " + Numbers.count(shared.observations(), "row")
                + " in which all have a value; shrinkage " + Numbers.fraction(shared.intensity()) + ".");
        for (SharedComponent component : shared.components()) {
            page.text(Phrase.of(Math.round(PERCENT * component.share()) + "%  "
                    + component.members().stream().map(CorrelationTable::member).collect(Collectors.joining(", "))));
        }
        page.line();
        page.text("Neighbours move together: " + String.join(", ", neighbours(answer)) + ".");
    }

    private static String unshared(SharedMoves shared) {
        if (NoCorrelation.CONSTANT.code().equals(shared.reason())) {
            return "What the series share is not known: none of them varies in the rows in which all have a value.";
        }
        return switch (shared.series()) {
            case 0 -> "What the series share is not known: none has a value in half of the rows.";
            case 1 -> "What the series share is not known: only one has a value in half of the rows.";
            default ->
                "What the series share is not known: of " + shared.series()
                        + " with a value in half of the rows, all have one in "
                        + Numbers.count(shared.observations(), "row") + ".";
        };
    }

    private static String member(ComponentMember member) {
        return member.id() + " " + Numbers.decimals(member.weight());
    }

    /// A series without any correlation has no neighbours.
    private static List<String> neighbours(CorrelationAnswer answer) {
        Set<String> correlated = answer.pairs().stream()
                .filter(pair -> pair.r() != null)
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toSet());
        return answer.series().stream()
                .map(CorrelatedSeries::id)
                .filter(correlated::contains)
                .toList();
    }

    private static void pairs(Page page, CorrelationAnswer answer) {
        List<CorrelationPair> shown = answer.pairs().stream()
                .filter(pair -> answer.path() != null || pair.r() != null)
                .sorted(Comparator.comparingDouble(CorrelationTable::strength).reversed())
                .toList();
        if (!shown.isEmpty()) {
            Table table = new Table(
                    "",
                    List.of(
                            Column.words("pair"),
                            Column.words(""),
                            Column.numbers("r"),
                            Column.words("95% interval"),
                            Column.numbers("n"),
                            Column.numbers("effective")));
            shown.stream().limit(STRONGEST).forEach(pair -> table.row(cells(pair), remarks(pair.reason())));
            table.print(page);
        }
        hidden(answer.pairs().size(), shown.size(), answer.fewest()).forEach(sentence -> {
            page.line();
            page.text(sentence);
        });
    }

    /// What the table leaves out.
    private static List<String> hidden(int all, int correlated, int fewest) {
        List<String> sentences = new ArrayList<>();
        if (correlated > STRONGEST) {
            sentences.add("The strongest " + STRONGEST + " of " + Numbers.count(correlated, "pair")
                    + ". All of them: --format csv.");
        }
        if (correlated < all) {
            sentences.add(uncorrelated(all, correlated) + ": below " + fewest
                    + " rows in common, or without variation in them.");
        }
        return sentences;
    }

    private static String uncorrelated(int all, int correlated) {
        if (correlated > 0) {
            return Numbers.count(all - correlated, "other pair") + " without a correlation";
        }
        return all == 1
                ? "The pair has no correlation"
                : "None of the " + Numbers.count(all, "pair") + " has a correlation";
    }

    private static double strength(CorrelationPair pair) {
        return pair.r() == null ? -1 : Math.abs(pair.r());
    }

    private static List<Word> cells(CorrelationPair pair) {
        Style style = pair.differs() ? Style.STRONG : Style.PLAIN;
        return List.of(
                Word.of(pair.first()),
                Word.of(pair.second()),
                new Word(Numbers.decimals(pair.r()), style),
                Word.of(interval(pair.lower(), pair.upper())),
                Word.of(String.valueOf(pair.observations())),
                Word.of(whole(pair.effective())));
    }

    private static String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null
                ? Numbers.NONE
                : Numbers.decimals(lower) + " to " + Numbers.decimals(upper);
    }

    private static String whole(@Nullable Double effective) {
        return effective == null ? Numbers.NONE : String.valueOf(Math.round(effective));
    }

    private static List<Phrase> remarks(@Nullable String reason) {
        if (reason == null) {
            return List.of();
        }
        return List.of(Phrase.of(NoCorrelation.CONSTANT.code().equals(reason) ? "does not vary" : "too few rows"));
    }

    private static void path(Page page, RollingCorrelation path, int fewest) {
        page.line();
        if (path.points().isEmpty()) {
            page.text("There are fewer than " + path.window() + " rows, which a point of the path needs.");
            return;
        }
        if (path.points().stream().allMatch(point -> point.r() == null)) {
            page.text("No " + path.window() + " rows in a row have " + fewest
                    + " in which both have a value that varies: there is no path.");
            return;
        }
        Table table = new Table(
                "",
                List.of(
                        Column.words("until"),
                        Column.numbers("r"),
                        Column.words("95% interval"),
                        Column.numbers("n"),
                        Column.numbers("effective")));
        List<CorrelationPoint> points = path.points();
        table.section(Phrase.of("Over " + path.window() + " rows each, the last " + POINTS + " of "
                + Numbers.count(points.size(), "point")));
        points.subList(Math.max(0, points.size() - POINTS), points.size())
                .forEach(point -> table.row(
                        List.of(
                                Word.of(page.times().full(point.until())),
                                Word.of(Numbers.decimals(point.r())),
                                Word.of(interval(point.lower(), point.upper())),
                                Word.of(String.valueOf(point.observations())),
                                Word.of(whole(point.effective()))),
                        remarks(point.reason())));
        table.print(page);
    }
}
