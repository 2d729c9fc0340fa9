package org.macroedge.server.cli.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.macroedge.server.bias.view.BiasAnswer;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// Biases for a reader: what changed, which way now, how far the reasons agree, and the largest for and against.
public final class BiasTable {

    private BiasTable() {}

    /// Prints all biases, on one line each where the terminal is narrow.
    ///
    /// @param items those to show, in this order
    /// @param isFull whether each keeps both reasons, however many lines that takes
    public static void print(Page page, BiasSummary run, List<BiasItem> items, boolean isFull) {
        Heading.print(page, run.run());
        Overview.printChanges(page, run);
        CauseTable.print(page, run.causes(), run.asOf());
        Table full = full(items, run.labelBounds(), run.asOf());
        boolean isCompact = !isFull && !full.hasOneLineARow(page);
        (isCompact ? CompactBiases.table(page, items, run.labelBounds(), run.asOf()) : full).print(page);
        if (items.isEmpty()) {
            page.text("No instrument matches --class and --region.");
        }
        Overview.printTrades(page, run, isCompact ? List.of() : items);
        if (isCompact && !items.isEmpty()) {
            page.text(CompactBiases.LEGEND);
        }
        Limits.print(page, items.stream().map(BiasItem::assetClass).toList());
    }

    /// Prints one bias.
    public static void print(Page page, BiasAnswer run) {
        Heading.print(page, run.run());
        full(List.of(run.item()), LabelBounds.CURRENT, run.asOf()).print(page);
        page.line();
        Limits.print(page, List.of(run.item().assetClass()));
        page.text("`explain " + run.item().instrument() + "` shows every release behind it.");
    }

    private static Table full(List<BiasItem> items, LabelBounds bounds, Instant asOf) {
        Table table = new Table(
                "largest reasons: adds, surprise, age",
                List.of(
                        Column.words(""),
                        Column.numbers("score"),
                        Column.optional(""),
                        Column.words("bias"),
                        Column.words("a day ago"),
                        Column.numbers("24 h"),
                        Column.numbers("7 d"),
                        Column.numbers("agree"),
                        Column.numbers("data")));
        items.forEach(item -> table.row(cells(item, bounds), remarks(item, asOf)));
        return table;
    }

    private static List<Word> cells(BiasItem item, LabelBounds bounds) {
        BiasReading reading = item.reading();
        Word direction = Reasons.direction(reading);
        String before = Reasons.labelBefore(item, bounds);
        return List.of(
                Word.strong(item.instrument() + (item.sameInputsAs() == null ? "" : " = " + item.sameInputsAs())),
                new Word(Numbers.signed(reading.score()), direction.style()),
                ScoreBar.of(reading.score()),
                direction,
                Word.of(before.equals(direction.text()) ? "" : before),
                Word.of(Numbers.signed(item.change().day())),
                Word.of(Numbers.signed(item.change().week())),
                Word.of(Numbers.percent(reading.agreement())),
                Word.of(Reasons.health(reading)));
    }

    private static List<Phrase> remarks(BiasItem item, Instant asOf) {
        List<Phrase> remarks = new ArrayList<>(Reasons.largest(item, asOf));
        if (Reasons.pullsBothWays(item.reading())) {
            remarks.add(Phrase.of("pulls both ways", Style.STRONG));
        }
        if ("thin-coverage".equals(item.reading().reason())) {
            remarks.add(Phrase.of(Reasons.coverage(item)));
        }
        return remarks;
    }
}
