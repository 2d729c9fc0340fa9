package org.macroedge.server.cli.tables;

import java.time.Instant;
import java.util.List;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.surprises.view.ReleaseContribution;

/// The releases behind a bias or a surprise index, a line for each: what it adds, and from which figures.
final class ContributionTable {

    private final Page page;
    private final Instant asOf;
    private final Marks marks;
    private final Table table = new Table(
            "",
            List.of(
                    Column.numbers("adds"),
                    Column.numbers("z"),
                    Column.numbers("age"),
                    Column.words("release"),
                    Column.numbers("actual"),
                    Column.numbers("forecast"),
                    Column.words("released"),
                    Column.numbers("\u03c3"),
                    Column.numbers("weight"),
                    Column.numbers("decay")));

    /// @param releases all of them, which decides what is said once for all
    ContributionTable(Page page, Instant asOf, List<ReleaseContribution> releases) {
        this.page = page;
        this.asOf = asOf;
        this.marks = Marks.of(releases.stream().map(ReleaseContribution::marks).toList());
    }

    /// Adds a line between rows that says what the next ones are.
    void section(Phrase heading) {
        table.section(heading);
    }

    /// Adds rows.
    void rows(List<ReleaseContribution> releases) {
        releases.forEach(release -> table.row(cells(release), Remarks.of(null, marks.of(release.marks()), null)));
    }

    /// Writes the table, above it the marks of all rows, and below it what the marks mean.
    void print() {
        marks.printShared(page);
        table.print(page);
        page.line();
        marks.printMeaning(page);
    }

    /// What a release adds, in the colour of its direction.
    static Word adds(double contribution) {
        return new Word(Numbers.decimals(contribution), Style.of(contribution));
    }

    private List<Word> cells(ReleaseContribution release) {
        Figure figure = new Figure(release.unit(), release.step());
        return List.of(
                adds(release.contribution()),
                Word.of(Numbers.decimals(release.z())),
                Word.of(Reasons.age(release.ageDays())),
                Word.of(Names.withRegion(release.region(), release.shortName())),
                Word.of(figure.published(release.actual())),
                Word.of(figure.expected(release.forecast(), release.marks())),
                Word.of(page.times().instant(release.releasedAt(), asOf)),
                Word.of(figure.deviation(release.sigma())),
                Word.of(Numbers.weight(release.weight())),
                Word.of(Numbers.fraction(release.decay())));
    }
}
