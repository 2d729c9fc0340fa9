package org.macroedge.server.cli.tables;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.indices.view.IndexExplanation;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.indices.view.IndexHistoryPoint;
import org.macroedge.server.indices.view.IndexItem;
import org.macroedge.server.indices.view.IndexList;

/// Surprise indices for a reader: all of them, one down to each release, and one over time.
public final class IndexTables {

    private static final String CLOSE = "close";

    private IndexTables() {}

    /// Prints every index.
    public static void print(Page page, IndexList answer) {
        Heading.print(page, answer.header().answer());
        Table table = new Table(
                "",
                List.of(
                        Column.words("index"),
                        Column.numbers("z"),
                        Column.numbers("24 h"),
                        Column.numbers("7 d"),
                        Column.numbers("coverage"),
                        Column.numbers("live")));
        answer.items()
                .forEach(item -> table.row(
                        cells(item), notes(item).stream().map(Phrase::of).toList()));
        table.print(page);
        page.line();
        page.text("z: the sum of standardised surprises in its own standard deviations. Positive is stronger, hotter, "
                + "tighter than expected.");
    }

    private static List<Word> cells(IndexItem item) {
        return List.of(
                Word.of(item.index()),
                signed(item.z()),
                Word.of(Numbers.decimals(item.change().day())),
                Word.of(Numbers.decimals(item.change().week())),
                Word.of(Numbers.percent(item.coverage())),
                Word.of(item.live() + "/" + item.indicators()));
    }

    private static Word signed(@Nullable Double z) {
        return z == null ? Word.of(Numbers.NONE) : new Word(Numbers.decimals(z), Style.of(z));
    }

    /// What a reader must know beside the number.
    private static List<String> notes(IndexItem item) {
        List<String> notes = new ArrayList<>();
        if (item.onlyIndicator() != null) {
            notes.add("rests on " + item.onlyIndicator() + " alone");
        }
        if (item.reason() != null) {
            notes.add(Marks.words(item.reason()));
        }
        return notes;
    }

    /// Prints one index down to each release.
    public static void print(Page page, IndexExplanation answer) {
        Heading.print(page, answer.header().answer());
        IndexItem item = answer.item();
        page.text(item.index() + ", " + item.name() + ": z " + Numbers.decimals(item.z()) + ", coverage "
                + Numbers.percent(item.coverage()) + ", " + item.live() + " of "
                + Numbers.count(item.indicators(), "indicator") + " live.");
        notes(item).forEach(note -> page.text("Note: " + note + "."));
        page.line();
        ContributionTable table =
                new ContributionTable(page, answer.header().answer().asOf(), answer.contributions());
        table.rows(answer.contributions());
        table.print();
        page.text("Total, z: " + Numbers.decimals(item.z()) + ".");
    }

    /// Prints one index over time. A daily close is a trading date, which no zone changes.
    public static void print(Page page, IndexHistory history) {
        Heading.print(page, history.header().answer());
        boolean closes = history.at().equals(CLOSE);
        page.text(history.index() + ", " + history.name() + ", at each " + (closes ? "close, 22:00 UTC." : "release."));
        page.line();
        Table table =
                new Table("", List.of(Column.words(history.at()), Column.numbers("z"), Column.numbers("coverage")));
        history.points().forEach(point -> table.row(cells(page, history, point, closes), reason(point)));
        table.print(page);
        if (history.points().isEmpty()) {
            page.text("No releases in this period.");
        }
    }

    private static List<Word> cells(Page page, IndexHistory history, IndexHistoryPoint point, boolean closes) {
        return List.of(
                Word.of(
                        closes
                                ? Times.close(point.asOf())
                                : page.times()
                                        .instant(
                                                point.asOf(),
                                                history.header().answer().asOf())),
                signed(point.z()),
                Word.of(Numbers.percent(point.coverage())));
    }

    private static List<Phrase> reason(IndexHistoryPoint point) {
        return point.reason() == null ? List.of() : List.of(Phrase.of(Marks.words(point.reason())));
    }
}
