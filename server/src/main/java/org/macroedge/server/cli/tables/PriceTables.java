package org.macroedge.server.cli.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.TerminalText;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.prices.view.PriceHistory;
import org.macroedge.server.prices.view.PricePoint;
import org.macroedge.server.prices.view.PriceSeriesItem;
import org.macroedge.server.prices.view.PriceSeriesList;

/// Series of prices and daily closes, for a reader. A trading date is one, which no zone changes.
public final class PriceTables {

    /// What a source that keeps its prices in single precision knows of them.
    private static final MathContext DIGITS = new MathContext(7);

    private PriceTables() {}

    /// Prints every series.
    public static void printSeries(Page page, PriceSeriesList answer) {
        Table table = new Table(
                "",
                List.of(
                        Column.words("instrument"),
                        Column.words("source"),
                        Column.numbers("closes"),
                        Column.words("first"),
                        Column.words("last")));
        answer.items()
                .forEach(item -> table.row(
                        cells(item),
                        List.of(Phrase.of(
                                what(item) + ", last at " + page.times().full(item.lastCloseAt())))));
        table.print(page);
        if (answer.items().isEmpty()) {
            page.text("The store has no prices. Import some: `import prices FILE --profile NAME`.");
        }
    }

    private static List<Word> cells(PriceSeriesItem item) {
        return List.of(
                Word.of(item.instrument()),
                Word.of(TerminalText.of(item.source())),
                Word.of(String.format("%,d", item.closes())),
                Word.of(item.first().toString()),
                Word.of(item.last().toString()));
    }

    private static String what(PriceSeriesItem item) {
        String quote = item.quote().equals("yield") ? ", a yield" : "";
        return TerminalText.of(item.symbol())
                + (item.inverted() ? " the other way round" : "")
                + quote
                + (item.unit().isEmpty() ? "" : ", " + item.unit())
                + ", " + (item.close() == null ? "time of the close unknown" : "close at " + item.close())
                + ", " + item.days();
    }

    /// Prints the closes of an instrument.
    public static void print(Page page, PriceHistory answer) {
        PriceSeriesItem series = answer.series();
        if (series == null) {
            page.text(answer.instrument() + ", " + answer.name() + ": the store has no prices that were known then.");
            return;
        }
        page.text(answer.instrument() + ", " + answer.name() + ", from " + TerminalText.of(series.source()) + ": "
                + what(series) + ".");
        page.text(series.attribution() + ". Last close: " + page.times().full(series.lastCloseAt()) + ".");
        page.line();
        Table table = new Table(
                "",
                List.of(
                        Column.words("date"),
                        Column.numbers("open"),
                        Column.numbers("high"),
                        Column.numbers("low"),
                        Column.numbers("close"),
                        Column.words("")));
        answer.points().forEach(point -> table.row(cells(point), List.of()));
        table.print(page);
        page.text(
                answer.points().isEmpty()
                        ? "No closes in this period."
                        : Numbers.count(answer.points().size(), "close") + ".");
    }

    private static List<Word> cells(PricePoint point) {
        return List.of(
                Word.of(point.date().toString()),
                Word.of(price(point.open())),
                Word.of(price(point.high())),
                Word.of(price(point.low())),
                Word.of(price(point.close())),
                Word.of(point.corrected() ? "corrected" : ""));
    }

    private static String price(@Nullable BigDecimal price) {
        if (price == null) {
            return "";
        }
        BigDecimal rounded = price.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
