package org.macroedge.server.cli.tables;

import java.util.List;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.surprises.view.IndicatorItem;
import org.macroedge.server.surprises.view.IndicatorList;

/// Every indicator with its last release, for a reader.
public final class IndicatorsTable {

    private IndicatorsTable() {}

    /// Prints some items of an answer.
    public static void print(Page page, IndicatorList answer, List<IndicatorItem> chosen) {
        Heading.print(page, answer.header());
        Marks marks = Marks.of(chosen.stream()
                .filter(item -> item.lastActual() != null)
                .map(IndicatorItem::lastMarks)
                .toList());
        marks.printShared(page);
        Table table = new Table(
                "",
                List.of(
                        Column.words("indicator"),
                        Column.words("category"),
                        Column.words(""),
                        Column.numbers("count"),
                        Column.words("last"),
                        Column.numbers("actual"),
                        Column.numbers("forecast"),
                        Column.numbers("z")));
        chosen.forEach(item -> table.row(cells(page, answer, item), remarks(marks.of(item.lastMarks()))));
        table.print(page);
        if (chosen.isEmpty()) {
            page.text("No indicator in force is overdue.");
        }
    }

    private static List<Phrase> remarks(String marks) {
        return marks.isEmpty() ? List.of() : List.of(Phrase.of(marks));
    }

    private static List<Word> cells(Page page, IndicatorList answer, IndicatorItem item) {
        Figure figure = new Figure(item.unit(), item.step());
        return List.of(
                Word.of(item.indicator()),
                Word.of(item.category()),
                Word.of("*".repeat(item.importance())),
                Word.of(String.valueOf(item.releases())),
                Word.of(
                        item.lastReleasedAt() == null
                                ? Numbers.NONE
                                : page.times()
                                        .instant(
                                                item.lastReleasedAt(),
                                                answer.header().asOf())),
                Word.of(figure.published(item.lastActual())),
                Word.of(figure.expected(item.lastForecast(), item.lastMarks())),
                Word.of(Numbers.decimals(item.lastZ())));
    }
}
