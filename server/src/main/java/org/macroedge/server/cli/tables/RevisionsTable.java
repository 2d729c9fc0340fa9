package org.macroedge.server.cli.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.surprises.view.IndicatorRevisions;
import org.macroedge.server.surprises.view.RevisedFigure;
import org.macroedge.server.surprises.view.RevisionItem;

/// The revisions of one indicator for a reader.
public final class RevisionsTable {

    private RevisionsTable() {}

    /// Prints an answer.
    public static void print(Page page, IndicatorRevisions answer) {
        Heading.print(page, answer.header());
        page.text(answer.indicator() + ", " + answer.name() + ", " + answer.unit() + ".");
        if (PreviousRefersTo.ofCode(answer.previousRefersTo()) == PreviousRefersTo.PRIOR_STAGE) {
            page.text("No revisions: the previous figure of this indicator is an earlier stage of the same period.");
        }
        page.line();
        if (answer.items().isEmpty()) {
            page.text("No releases in this period.");
            return;
        }
        table(answer, page).print(page);
        page.line();
        page.text(
                "size: value \u2212 the value that stood. \u03c3: the scale of earlier revisions, those of 0 included."
                        + " large: more than 4\u03c3. provisional: \u03c3 rests on fewer than 24 revisions.");
    }

    private static Table table(IndicatorRevisions answer, Page page) {
        Table table = new Table(
                "",
                List.of(
                        Column.words("released"),
                        Column.words("period"),
                        Column.numbers("first print"),
                        Column.words("known"),
                        Column.numbers("value"),
                        Column.numbers("size"),
                        Column.numbers("\u03c3"),
                        Column.numbers("size/\u03c3")));
        for (RevisedFigure figure : answer.items()) {
            table.row(cells(page, answer, figure, first(figure)), remarks(first(figure)));
            figure.revisions().stream()
                    .skip(1)
                    .forEach(revision -> table.row(later(page, answer, revision), remarks(revision)));
        }
        return table;
    }

    private static @Nullable RevisionItem first(RevisedFigure figure) {
        return figure.revisions().isEmpty() ? null : figure.revisions().getFirst();
    }

    private static List<Word> cells(
            Page page, IndicatorRevisions answer, RevisedFigure row, @Nullable RevisionItem revision) {
        List<Word> cells = new ArrayList<>(List.of(
                Word.of(page.times().instant(row.releasedAt(), answer.header().asOf())),
                Word.of(row.period() == null ? "" : row.period().toString()),
                Word.of(new Figure(answer.unit(), answer.step()).published(row.actual()))));
        cells.addAll(revision == null ? blanks(5) : revised(page, answer, revision));
        return cells;
    }

    private static List<Word> later(Page page, IndicatorRevisions answer, RevisionItem revision) {
        List<Word> cells = new ArrayList<>(blanks(3));
        cells.addAll(revised(page, answer, revision));
        return cells;
    }

    private static List<Word> blanks(int count) {
        return Stream.generate(() -> Word.of("")).limit(count).collect(Collectors.toList());
    }

    private static List<Word> revised(Page page, IndicatorRevisions answer, RevisionItem revision) {
        Figure figure = new Figure(answer.unit(), answer.step());
        return List.of(
                Word.of(page.times().instant(revision.knownAt(), answer.header().asOf())),
                Word.of(figure.published(revision.value())),
                Word.of(figure.surprise(revision.size())),
                Word.of(figure.deviation(revision.sigma())),
                Word.of(Numbers.decimals(revision.standardised())));
    }

    private static List<Phrase> remarks(@Nullable RevisionItem revision) {
        if (revision == null) {
            return List.of();
        }
        return Stream.of(
                        revision.large() ? "large" : "",
                        revision.provisional() ? "provisional" : "",
                        revision.reason() == null ? "" : revision.reason())
                .filter(remark -> !remark.isEmpty())
                .map(Phrase::of)
                .toList();
    }
}
