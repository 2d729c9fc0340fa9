package org.macroedge.server.cli.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.FlipAnswer;
import org.macroedge.server.bias.view.FlipItem;
import org.macroedge.server.bias.view.FlipNext;
import org.macroedge.server.bias.view.FlipPoint;
import org.macroedge.server.bias.view.FlipRelease;
import org.macroedge.server.bias.view.InstrumentFlipView;
import org.macroedge.server.bias.view.UpcomingRelease;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// Which releases could change a label, for a reader: of every instrument the next one, or of one
/// instrument all.
public final class FlipTable {

    private FlipTable() {}

    /// The next release that could change each label.
    public static void overview(Page page, FlipAnswer answer) {
        Heading.print(page, answer.run());
        Table table = new Table(
                "could change the label", List.of(Column.words(""), Column.numbers("score"), Column.words("label")));
        answer.items()
                .forEach(item -> table.row(
                        List.of(
                                Word.strong(item.instrument()),
                                score(item.now().score()),
                                Word.of(
                                        item.now().label() == null
                                                ? Numbers.NONE
                                                : Marks.words(item.now().label()))),
                        List.of(next(page, answer, item))));
        table.print(page);
        close(page, answer);
    }

    private static Phrase next(Page page, FlipAnswer answer, FlipItem item) {
        FlipNext next = item.next();
        if (next == null) {
            return Phrase.of(item.now().label() == null ? "no label to change" : "none");
        }
        return Phrase.of(when(page, answer, next.release()) + " "
                        + Names.withRegion(
                                next.release().region(), next.release().shortName())
                        + ":" + byThen(item, next))
                .plus(flip(next.release(), next.flip()));
    }

    /// The label that the release would find, where that is not the one of now.
    private static String byThen(FlipItem item, FlipNext next) {
        String now = item.now().label();
        String then = next.label();
        return now == null || now.equals(then) ? "" : " " + Marks.words(then) + " by then,";
    }

    /// Every release that could change the label of one instrument.
    public static void ofInstrument(Page page, FlipAnswer answer) {
        Heading.print(page, answer.run());
        FlipItem item = answer.items().getFirst();
        page.text(item.instrument() + " " + Numbers.signed(item.now().score())
                + (item.now().label() == null
                        ? ""
                        : " " + Marks.words(item.now().label())));
        page.line();
        Table table = new Table(
                "changes the label to",
                List.of(
                        Column.words(""),
                        Column.words(""),
                        Column.numbers("forecast"),
                        Column.numbers("score"),
                        Column.numbers("n")));
        answer.releases()
                .forEach(release -> release.items().forEach(flips -> row(page, answer, table, release, flips)));
        if (answer.releases().stream().allMatch(release -> release.items().isEmpty())) {
            page.text("No release could change its label.");
        }
        table.print(page);
        close(page, answer);
    }

    private static void row(Page page, FlipAnswer answer, Table table, FlipRelease release, InstrumentFlipView flips) {
        UpcomingRelease upcoming = release.release();
        table.row(
                List.of(
                        Word.of(when(page, answer, upcoming)),
                        Word.of(Names.withRegion(upcoming.region(), upcoming.shortName())),
                        Word.of(figure(upcoming).expected(release.forecast(), release.marks(), release.forecastKind())),
                        score(flips.score()),
                        Word.of(String.valueOf(release.pastSurprises()))),
                flips.flips().stream().map(flip -> flip(upcoming, flip)).toList());
    }

    private static String when(Page page, FlipAnswer answer, UpcomingRelease release) {
        return release.scheduled()
                ? page.times().instant(release.releasedAt(), answer.run().asOf())
                : "about " + page.times().day(release.releasedAt(), answer.run().asOf());
    }

    private static Figure figure(UpcomingRelease release) {
        return new Figure(release.unit(), release.step());
    }

    private static Phrase flip(UpcomingRelease release, FlipPoint flip) {
        BigDecimal first = flip.firstValue();
        @Nullable Double probability = flip.probability();
        String chance = probability == null ? "" : ", " + Numbers.probability(probability);
        String from = first == null
                ? Numbers.sigmas(flip.sigmas())
                : figure(release).published(first)
                        + (first.compareTo(Objects.requireNonNull(flip.value())) < 0 ? " down (" : " up (")
                        + Numbers.sigmas(Objects.requireNonNull(flip.firstSigmas())) + chance + ")";
        return Phrase.of(Marks.words(flip.label()) + " from " + from + (first == null ? chance : ""));
    }

    private static Word score(@Nullable Double score) {
        return new Word(Numbers.signed(score), Style.of(score == null ? 0 : score));
    }

    private static void close(Page page, FlipAnswer answer) {
        page.line();
        page.text("Releases until " + page.times().full(answer.until()) + ", each with the scheduled others of its"
                + " instant as expected. In brackets: the surprise in σ, and where the indicator has "
                + answer.leastSurprises()
                + " past surprises or more, the probability of such a figure by these. A release"
                + " that nobody has scheduled is expected about that day.");
    }
}
