package org.macroedge.server.cli.tables;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.server.bias.view.BiasLevel;
import org.macroedge.server.bias.view.BiasWaterfall;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.indices.view.IndexWaterfall;
import org.macroedge.server.surprises.view.WaterfallStep;
import org.macroedge.server.surprises.view.WaterfallTotal;

/// Why a bias or a surprise index changed, for a reader: where it was and is, the largest releases, and what
/// else there was, down to the sum.
public final class ChangeTable {

    private static final int SHOWN_RELEASES = 9;
    private static final String RELEASE = PartKind.RELEASE.code();

    private ChangeTable() {}

    /// Prints why a bias changed.
    public static void print(Page page, BiasWaterfall answer) {
        Heading.print(page, answer.run());
        page.text(Phrase.of(answer.instrument() + ", " + answer.name() + ":")
                .plus(level(answer.before()))
                .plus(Phrase.of("→"))
                .plus(level(answer.after()).with("."))
                .plus(Phrase.of("Z " + Numbers.decimals(answer.before().z()) + " → "
                        + Numbers.decimals(answer.after().z()) + ".")));
        span(page, answer.from(), answer.to(), answer.asOf());
        steps(page, answer.steps(), answer.totals(), answer.asOf(), "change of Z");
    }

    /// Prints why an index changed.
    public static void print(Page page, IndexWaterfall answer) {
        Heading.print(page, answer.header().answer());
        page.text(answer.index() + ", " + answer.name() + ": z " + Numbers.decimals(answer.before()) + " → "
                + Numbers.decimals(answer.after()) + ".");
        Instant asOf = answer.header().answer().asOf();
        span(page, answer.from(), answer.to(), asOf);
        steps(page, answer.steps(), answer.totals(), asOf, "change of z");
    }

    private static Phrase level(BiasLevel level) {
        String label = level.label() == null ? String.valueOf(level.reason()) : level.label();
        Style style = Style.of(level.score() == null ? 0 : level.score());
        return Phrase.of(Numbers.signed(level.score()), style).plus(Phrase.of(Marks.words(label)));
    }

    private static void span(Page page, Instant from, Instant to, Instant asOf) {
        page.text("From " + page.times().instant(from, asOf) + " to "
                + page.times().instant(to, asOf) + ".");
        page.line();
    }

    private static void steps(
            Page page, List<WaterfallStep> steps, List<WaterfallTotal> totals, Instant asOf, String sum) {
        if (steps.isEmpty()) {
            page.text("Nothing changed.");
            return;
        }
        Table table = new Table(
                "",
                List.of(
                        Column.numbers("adds"),
                        Column.words("step"),
                        Column.numbers("z"),
                        Column.numbers("actual"),
                        Column.numbers("forecast"),
                        Column.words("at"),
                        Column.numbers("before")));
        List<WaterfallStep> releases =
                steps.stream().filter(step -> step.kind().equals(RELEASE)).toList();
        releases.stream().limit(SHOWN_RELEASES).forEach(step -> table.row(cells(page, step, asOf), List.of()));
        others(table, releases.stream().skip(SHOWN_RELEASES).toList());
        totals.stream()
                .filter(total -> !total.kind().equals(RELEASE))
                .forEach(total -> table.row(row(total.part(), Word.of(words(total))), List.of()));
        double change = totals.stream().mapToDouble(WaterfallTotal::part).sum();
        table.row(row(change, Word.strong(sum)), List.of());
        table.print(page);
        page.line();
        page.text("The steps add up exactly; what is shown is rounded. Before: what the indicator contributed until"
                + " then.");
    }

    private static void others(Table table, List<WaterfallStep> others) {
        if (!others.isEmpty()) {
            double sum = others.stream().mapToDouble(WaterfallStep::part).sum();
            table.row(row(sum, Word.of(Numbers.count(others.size(), "other release"))), List.of());
        }
    }

    private static String words(WaterfallTotal total) {
        return switch (Coded.of(PartKind.class, total.kind())) {
            case CORRECTION -> Numbers.count(total.steps(), "correction");
            case ROLL_OFF -> Numbers.count(total.steps(), "signal") + " that ended";
            case ACTIVATION -> Numbers.count(total.steps(), "changed weight");
            case SCALE -> "scale";
            case DECAY -> "decay";
            case RELEASE -> Numbers.count(total.steps(), "release");
        };
    }

    private static List<Word> row(double part, Word what) {
        Word empty = Word.of("");
        return List.of(ContributionTable.adds(part), what, empty, empty, empty, empty, empty);
    }

    private static List<Word> cells(Page page, WaterfallStep step, Instant asOf) {
        Figure figure = new Figure(Objects.requireNonNull(step.unit()), Objects.requireNonNull(step.step()));
        return List.of(
                ContributionTable.adds(step.part()),
                Word.of(Names.withRegion(
                        Objects.requireNonNull(step.region()), Objects.requireNonNull(step.shortName()))),
                Word.of(Numbers.decimals(step.z())),
                Word.of(figure.published(step.actual())),
                Word.of(figure.expected(step.forecast(), step.marks(), step.forecastKind())),
                Word.of(at(page, step.at(), asOf)),
                Word.of(Numbers.decimals(step.before())));
    }

    private static String at(Page page, @Nullable Instant at, Instant asOf) {
        return at == null ? "" : page.times().instant(at, asOf);
    }
}
