package org.macroedge.server.cli.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// Biases on one line each, so that all of them are seen at once: a label is a mark and a word, and of the reasons
/// there is as much as the terminal has room for.
final class CompactBiases {

    /// What a reader needs for the marks, and how to see what is left out.
    static final String LEGEND =
            "\u25b2\u25b2 \u25bc\u25bc: strongly. `bias --reasons` shows both reasons, `explain SPX` them all.";

    /// How much of the reasons a row shows, most first.
    private enum Detail {
        BOTH("largest reasons: adds, surprise, age"),
        FIRST("largest reason: adds, surprise, age"),
        NAME("largest reason: adds");

        private final String heading;

        Detail(String heading) {
            this.heading = heading;
        }
    }

    private final LabelBounds bounds;
    private final Instant asOf;
    private final Set<String> shown;

    private CompactBiases(LabelBounds bounds, Instant asOf, Set<String> shown) {
        this.bounds = bounds;
        this.asOf = asOf;
        this.shown = shown;
    }

    /// The table with the most that leaves each bias on one line; on a very narrow terminal, with the least.
    static Table table(Page page, List<BiasItem> items, LabelBounds bounds, Instant asOf) {
        CompactBiases biases = new CompactBiases(
                bounds, asOf, items.stream().map(BiasItem::instrument).collect(Collectors.toSet()));
        return Arrays.stream(Detail.values())
                .map(detail -> biases.table(items, detail))
                .filter(table -> table.hasOneLineARow(page))
                .findFirst()
                .orElseGet(() -> biases.table(items, Detail.NAME));
    }

    private Table table(List<BiasItem> items, Detail detail) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.words(""),
                Column.numbers("score"),
                Column.words("bias"),
                Column.words("was"),
                Column.numbers("24 h"),
                Column.numbers("7 d"),
                Column.numbers("agree"),
                Column.numbers("data")));
        if (detail != Detail.BOTH) {
            columns.removeIf(column -> column.heading().equals("7 d"));
        }
        Table table = new Table(detail.heading, columns);
        items.forEach(item -> table.row(cells(item, detail), remarks(item, detail)));
        return table;
    }

    private List<Word> cells(BiasItem item, Detail detail) {
        BiasReading reading = item.reading();
        Word label = Reasons.marked(reading);
        List<Word> cells = new ArrayList<>(List.of(
                Word.strong(item.instrument()),
                new Word(Numbers.signed(reading.score()), label.style()),
                label,
                Reasons.markBefore(item, bounds),
                Word.of(Numbers.signed(item.change().day()))));
        if (detail == Detail.BOTH) {
            cells.add(Word.of(Numbers.signed(item.change().week())));
        }
        cells.add(Word.of(Numbers.percent(reading.agreement())));
        cells.add(Word.of(Reasons.health(reading)));
        return cells;
    }

    /// Rows of the same inputs have the same reasons, so the first of them has these for all.
    private List<Phrase> remarks(BiasItem item, Detail detail) {
        if ("thin-coverage".equals(item.reading().reason())) {
            return List.of(Phrase.of(Reasons.coverage(item)));
        }
        if (item.sameInputsAs() != null && shown.contains(item.sameInputsAs())) {
            return List.of(Phrase.of("same inputs as " + item.sameInputsAs()));
        }
        return switch (detail) {
            case BOTH -> Reasons.largest(item, asOf);
            case FIRST ->
                item.reasonsFor().stream()
                        .limit(1)
                        .map(driver -> Reasons.reason(driver, asOf))
                        .toList();
            case NAME -> item.reasonsFor().stream().limit(1).map(Reasons::name).toList();
        };
    }
}
