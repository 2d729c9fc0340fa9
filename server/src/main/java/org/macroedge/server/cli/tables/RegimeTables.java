package org.macroedge.server.cli.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.regime.NoAxisState;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.regime.view.RegimeAxis;
import org.macroedge.server.regime.view.RegimeHistory;
import org.macroedge.server.regime.view.RegimeItem;
import org.macroedge.server.regime.view.RegimeList;
import org.macroedge.server.regime.view.RegimePoint;

/// Regimes for a reader: every region at the last month-end, and one region over time.
public final class RegimeTables {

    private static final String NO_DATA = "no data";
    private static final String IN_BAND = "in band";

    private RegimeTables() {}

    /// Prints every region.
    public static void print(Page page, RegimeList answer) {
        Heading.print(page, answer.header().answer());
        answer.items().stream()
                .flatMap(item -> Stream.ofNullable(item.latest()))
                .map(RegimePoint::monthEnd)
                .findFirst()
                .ifPresent(monthEnd -> page.text("At the month-end of " + monthEnd + "."));
        page.line();
        boolean second = answer.items().stream()
                .flatMap(item -> Stream.ofNullable(item.latest()))
                .anyMatch(RegimeTables::hasUpper);
        Table table = table("region", second);
        answer.items().forEach(item -> table.row(cells(item, second), List.of()));
        table.print(page);
        note(page, second);
    }

    /// Prints one region at each month-end.
    public static void print(Page page, RegimeHistory history) {
        Heading.print(page, history.header().answer());
        page.text(history.region() + ", at each month-end.");
        page.line();
        List<RegimePoint> points = history.points();
        List<RegimePoint> shown =
                points.stream().dropWhile(RegimeTables::isWithoutData).toList();
        boolean second = shown.stream().anyMatch(RegimeTables::hasUpper);
        if (!shown.isEmpty()) {
            Table table = table("month-end", second);
            shown.forEach(point -> table.row(cells(point.monthEnd().toString(), point, second), List.of()));
            table.print(page);
        }
        if (points.isEmpty()) {
            page.text("No month has ended since the first release of this region.");
        } else if (shown.size() < points.size()) {
            LocalDate last = points.get(points.size() - shown.size() - 1).monthEnd();
            page.text("Undetermined up to " + last + ": too few prints for a composite.");
        }
        note(page, second);
    }

    private static boolean hasUpper(RegimePoint point) {
        return upper(point.growth()) != null || upper(point.inflation()) != null;
    }

    private static @Nullable Double upper(RegimeAxis axis) {
        return axis.switching().probability() ? axis.switching().upper() : null;
    }

    private static boolean isWithoutData(RegimePoint point) {
        return NoAxisState.TOO_FEW_DATA.code().equals(point.growth().reason())
                && NoAxisState.TOO_FEW_DATA.code().equals(point.inflation().reason());
    }

    /// @param second whether to show the second opinion
    private static Table table(String first, boolean second) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.words(first), Column.words("quadrant"), Column.numbers("months")));
        for (String axis : List.of("growth", "inflation")) {
            columns.addAll(List.of(Column.numbers(axis), Column.words(""), Column.numbers("P(up)")));
            if (second) {
                columns.add(Column.numbers("P(upper)"));
            }
        }
        return new Table("", columns);
    }

    private static void note(Page page, boolean second) {
        page.line();
        page.text("growth, inflation: positive is accelerating, in units of its own scale. A state changes after two "
                + "month-ends in a row beyond ±0.25. " + NO_DATA + ": too few prints for a composite. "
                + IN_BAND
                + ": no two month-ends in a row beyond ±0.25 so far. P(up) is shown where it has beaten"
                + " persistence so far."
                + (second
                        ? " P(upper), of the upper of the two states that a Markov-switching model finds, likewise."
                        : ""));
    }

    private static List<Word> cells(RegimeItem item, boolean second) {
        RegimePoint latest = item.latest();
        if (latest != null) {
            return cells(item.region(), latest, second);
        }
        Word none = Word.of(Numbers.NONE);
        List<Word> cells = new ArrayList<>(List.of(Word.of(item.region()), Word.of(NO_DATA)));
        cells.addAll(Collections.nCopies(second ? 9 : 7, none));
        return cells;
    }

    private static List<Word> cells(String first, RegimePoint point, boolean second) {
        List<Word> cells = new ArrayList<>(
                List.of(Word.of(first), Word.of(point.quadrant()), Word.of(Integer.toString(point.dwell()))));
        cells.addAll(cells(point.growth(), second));
        cells.addAll(cells(point.inflation(), second));
        return cells;
    }

    private static List<Word> cells(RegimeAxis axis, boolean second) {
        @Nullable Double up = axis.probability() ? axis.up() : null;
        Word composite = composite(axis.composite());
        Word state = Word.of(state(axis));
        Word first = Word.of(Numbers.probability(up));
        return second
                ? List.of(composite, state, first, Word.of(Numbers.probability(upper(axis))))
                : List.of(composite, state, first);
    }

    private static String state(RegimeAxis axis) {
        if (axis.reason() == null) {
            return axis.state();
        }
        return axis.reason().equals(NoAxisState.TOO_FEW_DATA.code()) ? NO_DATA : IN_BAND;
    }

    private static Word composite(@Nullable Double composite) {
        return composite == null ? Word.of(Numbers.NONE) : new Word(Numbers.decimals(composite), Style.of(composite));
    }
}
