package org.macroedge.server.cli.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.surprises.view.InactiveIndicator;
import org.macroedge.server.surprises.view.ReleaseContribution;

/// One bias down to each release, for a reader: the answer first, then the reasons for and against it.
public final class ExplainTable {

    private static final int SHOWN_MISSING = 3;

    private ExplainTable() {}

    /// Prints an answer.
    public static void print(Page page, BiasExplanation answer) {
        Heading.print(page, answer.run());
        Verdict.print(page, answer);
        if (!answer.item().parts().isEmpty()) {
            printParts(page, answer);
            printReasons(page, answer);
        }
        printMissing(page, answer);
    }

    private static void printParts(Page page, BiasExplanation answer) {
        Table table =
                new Table("", List.of(Column.words("category"), Column.numbers("releases"), Column.numbers("adds")));
        Map<String, Long> counts = answer.contributions().stream()
                .collect(Collectors.groupingBy(ReleaseContribution::category, Collectors.counting()));
        answer.item().parts().entrySet().stream()
                .sorted((left, right) -> Double.compare(Math.abs(right.getValue()), Math.abs(left.getValue())))
                .forEach(part -> table.row(
                        List.of(
                                Word.of(part.getKey()),
                                Word.of(String.valueOf(counts.getOrDefault(part.getKey(), 0L))),
                                adds(part.getValue())),
                        List.of()));
        table.row(
                List.of(
                        Word.strong("total, Z"),
                        Word.strong(String.valueOf(answer.contributions().size())),
                        adds(z(answer.item().reading()))),
                List.of());
        table.print(page);
        page.line();
    }

    private static double z(BiasReading reading) {
        return reading.z() == null ? 0 : reading.z();
    }

    private static Word adds(double contribution) {
        return new Word(Numbers.decimals(contribution), Style.of(contribution));
    }

    private static void printReasons(Page page, BiasExplanation answer) {
        Marks marks = Marks.of(
                answer.contributions().stream().map(ReleaseContribution::marks).toList());
        marks.printShared(page);
        Table table = new Table(
                "",
                List.of(
                        Column.numbers("adds"),
                        Column.numbers("z"),
                        Column.numbers("age"),
                        Column.words("release"),
                        Column.numbers("actual"),
                        Column.numbers("forecast"),
                        Column.words("released"),
                        Column.numbers("\u03c3"),
                        Column.numbers("weight"),
                        Column.numbers("decay")));
        double direction = z(answer.item().reading()) < 0 ? -1 : 1;
        section(page, table, answer, marks, direction, z(answer.item().reading()) == 0 ? "Up" : "For");
        section(page, table, answer, marks, -direction, z(answer.item().reading()) == 0 ? "Down" : "Against");
        section(page, table, answer, marks, 0, "Neither");
        table.print(page);
        page.line();
    }

    private static void section(
            Page page, Table table, BiasExplanation answer, Marks marks, double sign, String heading) {
        List<ReleaseContribution> reasons = answer.contributions().stream()
                .filter(reason -> Math.signum(reason.contribution()) == sign)
                .toList();
        if (!reasons.isEmpty()) {
            double sum = reasons.stream()
                    .mapToDouble(ReleaseContribution::contribution)
                    .sum();
            table.section(Phrase.of(
                    heading + ": " + Numbers.count(reasons.size(), "release") + ", " + Numbers.decimals(sum),
                    Style.STRONG));
            reasons.forEach(
                    reason -> table.row(cells(page, answer, reason), Remarks.of(null, marks.of(reason.marks()), null)));
        }
    }

    private static List<Word> cells(Page page, BiasExplanation answer, ReleaseContribution reason) {
        Figure figure = new Figure(reason.unit(), reason.step());
        return List.of(
                adds(reason.contribution()),
                Word.of(Numbers.decimals(reason.z())),
                Word.of(Reasons.age(reason.ageDays())),
                Word.of(reason.region() + " " + reason.shortName()),
                Word.of(figure.published(reason.actual())),
                Word.of(figure.expected(reason.forecast(), reason.marks())),
                Word.of(page.times().instant(reason.releasedAt(), answer.asOf())),
                Word.of(figure.deviation(reason.sigma())),
                Word.of(Numbers.weight(reason.weight())),
                Word.of(Numbers.fraction(reason.decay())));
    }

    private static void printMissing(Page page, BiasExplanation answer) {
        List<InactiveIndicator> missing = answer.missing();
        if (!missing.isEmpty()) {
            page.text(Numbers.count(missing.size(), "indicator") + " with a weight had no active signal: "
                    + missing.stream()
                            .sorted((left, right) -> Double.compare(right.weight(), left.weight()))
                            .limit(SHOWN_MISSING)
                            .map(indicator -> indicator.indicator() + " (" + Marks.words(indicator.reason()) + ", "
                                    + Numbers.percent(indicator.weight()) + " of the weight)")
                            .collect(Collectors.joining(", "))
                    + (missing.size() > SHOWN_MISSING ? ", and others." : "."));
        }
    }
}
