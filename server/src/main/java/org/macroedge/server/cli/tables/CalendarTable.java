package org.macroedge.server.cli.tables;

import java.util.List;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// The calendar for a reader: the figures as published, z, and beside each dash the reason.
public final class CalendarTable {

    /// In place of the time of a day that nobody has announced.
    private static final String ABOUT = "about";

    private CalendarTable() {}

    /// Prints an answer.
    public static void print(Page page, CalendarAnswer answer) {
        Heading.print(page, answer.header());
        Marks marks = Marks.of(answer.items().stream()
                .filter(CalendarTable::isReleased)
                .map(CalendarItem::marks)
                .toList());
        marks.printShared(page);
        Table table = new Table(
                "",
                List.of(
                        Column.words("time"),
                        Column.words("release"),
                        Column.words(""),
                        Column.numbers("actual"),
                        Column.numbers("forecast"),
                        Column.numbers("previous"),
                        Column.numbers("z")));
        String day = "";
        for (CalendarItem item : answer.items()) {
            String next =
                    page.times().weekday(item.releasedAt(), answer.header().asOf());
            if (!next.equals(day)) {
                table.section(Phrase.of(next, Style.STRONG));
                day = next;
            }
            table.row(cells(page, item), remarks(item, marks.of(item.marks())));
        }
        table.print(page);
        if (answer.items().isEmpty()) {
            page.text("No releases from " + page.times().full(answer.from()) + " to "
                    + page.times().full(answer.to()) + ".");
        }
        printLegend(page, answer, marks);
    }

    private static boolean isReleased(CalendarItem item) {
        return item.actual() != null;
    }

    private static boolean isAnnounced(CalendarItem item) {
        return item.releaseId() != null;
    }

    private static List<Word> cells(Page page, CalendarItem item) {
        Figure figure = new Figure(item.unit(), item.step());
        return List.of(
                Word.of(isAnnounced(item) ? page.times().clock(item.releasedAt()) : ABOUT),
                Word.of(Names.withRegion(item.region(), item.shortName())),
                Word.of("*".repeat(item.importance())),
                Word.of(figure.published(item.actual())),
                Word.of(figure.expected(item.forecast(), item.marks())),
                Word.of(figure.published(item.previous())),
                Word.of(Numbers.decimals(item.z())));
    }

    /// The state of a release without a figure; why a published one has no z, and its marks.
    private static List<Phrase> remarks(CalendarItem item, String marks) {
        if (!isReleased(item)) {
            return List.of(Phrase.of(CompletenessText.state(item)));
        }
        return Remarks.of(item.reason(), marks, null);
    }

    private static void printLegend(Page page, CalendarAnswer answer, Marks marks) {
        List<CalendarItem> items = answer.items();
        if (!items.isEmpty()) {
            page.line();
            page.text("***: importance, three at most.");
        }
        marks.printMeaning(page);
        CompletenessText.print(page, answer);
        if (answer.unscheduled() > 0 && answer.to().isAfter(answer.header().asOf())) {
            page.text("No schedule was captured for " + Numbers.count(answer.unscheduled(), "indicator")
                    + " by then. `expected`: predicted from the catalogue's cadence, about that day; no source has"
                    + " announced it.");
        }
    }
}
