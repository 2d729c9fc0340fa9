package org.macroedge.server.cli.tables;

import java.util.List;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.bias.view.BiasHistoryPoint;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.cli.page.Word;

/// One bias over time, for a reader.
public final class HistoryTable {

    private static final String CLOSE = "close";

    private HistoryTable() {}

    /// Prints an answer. A daily close is a trading date, which no zone changes.
    public static void print(Page page, BiasHistory run) {
        Heading.print(page, run.run());
        boolean closes = run.at().equals(CLOSE);
        page.text(run.instrument() + ", " + run.name() + ", at each " + (closes ? "close, 22:00 UTC." : "release."));
        page.line();
        Table table = new Table(
                "",
                List.of(
                        Column.words(run.at()),
                        Column.numbers("score"),
                        Column.optional(""),
                        Column.words("bias"),
                        Column.numbers("Z"),
                        Column.numbers("agree"),
                        Column.numbers("data")));
        run.points().forEach(point -> table.row(cells(page, run, point, closes), List.of()));
        table.print(page);
        if (run.points().isEmpty()) {
            page.text("No releases in this period.");
        }
    }

    private static List<Word> cells(Page page, BiasHistory run, BiasHistoryPoint point, boolean closes) {
        BiasReading reading = point.reading();
        Word direction = Reasons.direction(reading);
        return List.of(
                Word.of(closes ? Times.close(point.asOf()) : page.times().instant(point.asOf(), run.asOf())),
                new Word(Numbers.signed(reading.score()), direction.style()),
                ScoreBar.of(reading.score()),
                direction,
                Word.of(Numbers.decimals(reading.z())),
                Word.of(Numbers.percent(reading.agreement())),
                Word.of(Reasons.health(reading)));
    }
}
