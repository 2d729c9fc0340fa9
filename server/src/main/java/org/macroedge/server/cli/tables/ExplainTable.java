package org.macroedge.server.cli.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.cli.page.Column;
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
                                ContributionTable.adds(part.getValue())),
                        List.of()));
        table.row(
                List.of(
                        Word.strong("total, Z"),
                        Word.strong(String.valueOf(answer.contributions().size())),
                        ContributionTable.adds(z(answer.item().reading()))),
                List.of());
        table.print(page);
        page.line();
    }

    private static double z(BiasReading reading) {
        return reading.z() == null ? 0 : reading.z();
    }

    private static void printReasons(Page page, BiasExplanation answer) {
        ContributionTable table = new ContributionTable(page, answer.asOf(), answer.contributions());
        double direction = z(answer.item().reading()) < 0 ? -1 : 1;
        section(table, answer, direction, z(answer.item().reading()) == 0 ? "Up" : "For");
        section(table, answer, -direction, z(answer.item().reading()) == 0 ? "Down" : "Against");
        section(table, answer, 0, "Neither");
        table.print();
    }

    private static void section(ContributionTable table, BiasExplanation answer, double sign, String heading) {
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
            table.rows(reasons);
        }
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
