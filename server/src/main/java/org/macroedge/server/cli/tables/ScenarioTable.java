package org.macroedge.server.cli.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.PairCorrelation;
import org.macroedge.engine.scenario.NoConditionalMean;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.bias.view.ConditionalMean;
import org.macroedge.server.bias.view.ScenarioAnswer;
import org.macroedge.server.bias.view.ScenarioBias;
import org.macroedge.server.bias.view.ScenarioFlip;
import org.macroedge.server.bias.view.ScenarioPoint;
import org.macroedge.server.bias.view.ScenarioRelease;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// What a release that is to come would do, for a reader: the releases as assumed, then each instrument for which the
/// varied one counts, the most sensitive first.
public final class ScenarioTable {

    private static final double OUTER = 2;

    private ScenarioTable() {}

    public static void print(Page page, ScenarioAnswer answer) {
        Heading.print(page, answer.run());
        ScenarioRelease varied = answer.releases().getFirst();
        page.text(Names.withRegion(varied.region(), varied.shortName()) + ", "
                + page.times().full(answer.releasedAt()) + ":");
        for (ScenarioRelease release : answer.releases()) {
            page.phrases(List.of(Phrase.of(assumption(release))), 2);
            @Nullable ConditionalMean mean = release.conditional();
            if (mean != null) {
                page.phrases(List.of(Phrase.of(mean(mean, answer.releases()))), 4);
            }
        }
        page.line();
        List<ScenarioBias> counted = answer.items().stream()
                .filter(item -> item.weight() != null)
                .sorted(Comparator.comparingDouble(item -> -Math.abs(Objects.requireNonNull(item.weight()))))
                .toList();
        if (counted.isEmpty()) {
            page.text("It counts for no instrument.");
            return;
        }
        table(page, counted, new Figure(varied.unit(), varied.step()));
        page.line();
        page.text("Scores at that instant: without the release, with it as assumed, and at so many σ of "
                + Names.withRegion(varied.region(), varied.shortName())
                + "; σ is positive where stronger, hotter, tighter. Nothing else is assumed to come until then.");
        if (isConditional(counted)) {
            page.text("Others at mean: the releases that are not set print their mean given those that are.");
        }
    }

    private static boolean isConditional(List<ScenarioBias> items) {
        return items.stream().anyMatch(item -> item.conditional() != null);
    }

    private static String assumption(ScenarioRelease release) {
        Figure figure = new Figure(release.unit(), release.step());
        String name = Names.withRegion(release.region(), release.shortName());
        if (release.z() == null) {
            return name + " would not count: " + Marks.words(String.valueOf(release.reason()));
        }
        return name + " " + figure.published(release.actual()) + (release.set() ? " as set" : " as expected") + " ("
                + Numbers.sigmas(release.z()) + "; forecast "
                + figure.expected(release.forecast(), release.marks(), release.forecastKind()) + ", σ "
                + figure.deviation(release.sigma()) + ")";
    }

    /// What a release that is left out prints on average given those that are set, or why that is not known.
    private static String mean(ConditionalMean mean, List<ScenarioRelease> releases) {
        @Nullable Double z = mean.z();
        if (z != null) {
            return Numbers.sigmas(z) + " on average given "
                    + releases.stream()
                            .filter(release -> mean.given().contains(release.indicator()))
                            .map(release -> Names.withRegion(release.region(), release.shortName()))
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ", from " + Numbers.count(mean.observations(), "shared instant");
        }
        return "no mean given the figures that are set: "
                + switch (Coded.of(NoConditionalMean.class, Objects.requireNonNull(mean.reason()))) {
                    case TOO_FEW_OBSERVATIONS ->
                        Numbers.count(mean.observations(), "shared instant") + ", and " + PairCorrelation.FEWEST
                                + " are needed";
                    case CONSTANT -> "one of the series never varied";
                    case SINGULAR -> "the correlations of these releases do not determine a mean";
                };
    }

    private static void table(Page page, List<ScenarioBias> items, Figure figure) {
        boolean conditional = isConditional(items);
        List<Column> columns = new ArrayList<>(List.of(
                Column.words(""),
                Column.numbers("without"),
                Column.numbers("−2σ"),
                Column.numbers("−1σ"),
                Column.numbers("assumed")));
        if (conditional) {
            columns.add(Column.numbers("others at mean"));
        }
        columns.addAll(List.of(Column.numbers("+1σ"), Column.numbers("+2σ")));
        Table table = new Table("changes", columns);
        items.forEach(item -> table.row(cells(item, conditional), flips(item, figure)));
        table.print(page);
    }

    private static List<Word> cells(ScenarioBias item, boolean conditional) {
        List<Word> cells = new ArrayList<>();
        cells.add(Word.strong(item.instrument()));
        cells.add(score(item.before().score()));
        for (ScenarioPoint point : item.grid()) {
            if (point.sigmas() == 0) {
                cells.add(score(item.after().score()));
                if (conditional) {
                    cells.add(score(
                            item.conditional() == null
                                    ? null
                                    : item.conditional().score()));
                }
            } else if (Math.abs(point.sigmas()) <= OUTER) {
                cells.add(score(point.score()));
            }
        }
        return cells;
    }

    private static Word score(@Nullable Double score) {
        return new Word(Numbers.signed(score), Style.of(score == null ? 0 : score));
    }

    private static List<Phrase> flips(ScenarioBias item, Figure figure) {
        List<Phrase> flips = new ArrayList<>();
        for (ScenarioFlip flip : item.flips()) {
            BigDecimal first = flip.firstValue();
            if (flip.label() != null && first != null) {
                flips.add(Phrase.of(Marks.words(flip.label()) + " from " + figure.published(first)
                        + (first.compareTo(flip.value()) < 0 ? " down (" : " up (")
                        + Numbers.sigmas(Objects.requireNonNull(flip.firstSigmas())) + ")"));
            }
        }
        return flips;
    }
}
