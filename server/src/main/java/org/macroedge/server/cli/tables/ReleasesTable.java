package org.macroedge.server.cli.tables;

import java.util.List;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.surprises.view.ConsensusView;
import org.macroedge.server.surprises.view.IndicatorReleases;
import org.macroedge.server.surprises.view.ReleaseItem;

/// The releases of one indicator for a reader.
public final class ReleasesTable {

    private ReleasesTable() {}

    /// Prints an answer.
    public static void print(Page page, IndicatorReleases answer) {
        Heading.print(page, answer.header());
        page.text(answer.indicator() + ", " + answer.name() + ", " + answer.unit() + ".");
        consensus(page, answer.consensus());
        page.line();
        Marks marks = Marks.of(answer.items().stream().map(ReleaseItem::marks).toList());
        marks.printShared(page);
        Table table = new Table(
                "",
                List.of(
                        Column.words("released"),
                        Column.numbers("actual"),
                        Column.numbers("forecast"),
                        Column.numbers("previous"),
                        Column.numbers("surprise"),
                        Column.numbers("\u03c3"),
                        Column.numbers("z")));
        Figure figure = new Figure(answer.unit(), answer.step());
        answer.items()
                .forEach(release -> table.row(
                        cells(page, answer, figure, release),
                        Remarks.of(release.reason(), marks.of(release.marks()), release.verdict())));
        table.print(page);
        if (answer.items().isEmpty()) {
            page.text("No releases up to this time.");
        } else {
            page.line();
            marks.printMeaning(page);
        }
        ConsensusTable.print(page, answer);
    }

    private static void consensus(Page page, ConsensusView consensus) {
        if (consensus.meanMiss() != null) {
            page.text(
                    "The consensus has missed by " + Numbers.decimals(consensus.meanMiss()) + "\u03c3 on average over "
                            + consensus.releases() + " releases, "
                            + (consensus.sameDirection() == null ? "none" : Numbers.percent(consensus.sameDirection()))
                            + " of the misses in that direction.");
        }
    }

    private static List<Word> cells(Page page, IndicatorReleases answer, Figure figure, ReleaseItem release) {
        return List.of(
                Word.of(page.times()
                        .instant(release.releasedAt(), answer.header().asOf())),
                Word.of(figure.published(release.actual())),
                Word.of(figure.expected(release.forecast(), release.marks())),
                Word.of(figure.published(release.previous())),
                Word.of(figure.surprise(release.surprise())),
                Word.of(figure.deviation(release.sigma())),
                Word.of(Numbers.decimals(release.z())));
    }
}
