package org.macroedge.server.cli.tables;

import java.util.List;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.surprises.view.SuspectItem;
import org.macroedge.server.surprises.view.SuspectList;

/// Releases that look wrong, for a reader.
public final class SuspectsTable {

    private SuspectsTable() {}

    /// Prints an answer.
    public static void print(Page page, SuspectList answer) {
        Heading.print(page, answer.header());
        if (answer.items().isEmpty()) {
            page.text("No release looks wrong.");
            return;
        }
        Table table = new Table(
                "",
                List.of(
                        Column.words("kind"),
                        Column.words("release"),
                        Column.numbers("actual"),
                        Column.numbers("forecast"),
                        Column.numbers("previous"),
                        Column.numbers("next's previous"),
                        Column.numbers("z")));
        answer.items().forEach(item -> table.row(cells(item), List.of()));
        table.print(page);
        page.line();
        page.text("A suspect release does not count until `release confirm` says that it is right. An extreme one"
                + " counts, clipped, until `release doubt` says otherwise. The next release's previous figure"
                + " often tells.");
    }

    private static List<Word> cells(SuspectItem item) {
        Figure figure = new Figure(item.unit(), item.step());
        return List.of(
                Word.of(item.kind()),
                Word.of(item.releaseId()),
                Word.of(figure.published(item.actual())),
                Word.of(figure.expected(item.forecast(), List.of(), item.forecastKind())),
                Word.of(figure.published(item.previous())),
                Word.of(figure.published(item.nextPrevious())),
                Word.of(Numbers.sigmas(item.zRaw())));
    }
}
