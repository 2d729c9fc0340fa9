package org.macroedge.server.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.releases.KnownReleases;

/// The columns of releases and of their surprises.
final class ReleaseColumns {

    private static final Column INDICATOR = Column.text("indicator", "Id of the indicator");
    private static final Column RELEASED_AT = Column.instant("released_at", "When the market knew it");
    private static final Column ACTUAL = Column.number("actual", "First print, in the unit of the indicator");
    private static final Column FORECAST = Column.number(
            "forecast",
            "The forecast that stands for the release, in the unit of the indicator; in surprises also the rate in"
                    + " force or one from the indicator's own prints");
    private static final Column FORECAST_KIND = Column.text(
            "forecast_kind",
            "survey, vendor, nowcast, model or manual; in surprises also naive: the rate in force or the last print");
    private static final Column PREVIOUS =
            Column.number("previous", "The figure before, as this release states it, in the unit of the indicator");

    private static final int OF_THE_INDICATOR = 5;

    /// What both exports say of a release and of its indicator, last. Those of the indicator are empty where the
    /// catalogue no longer has it.
    private static final List<Column> ABOUT = List.of(
            Column.text("release_id", "Id of the release"),
            Column.text("name", "Name of the indicator"),
            Column.text("region", "Region of the indicator"),
            Column.text("category", "Category of the indicator"),
            Column.text("unit", "Unit of actual, forecast, previous, surprise and sigma"),
            Column.count("importance", "1 to 3"),
            Column.date("period", "First day of the reference period; empty where unknown"),
            Column.yesNo("period_declared", "Whether the source states the period; else it is inferred"),
            Column.yesNo("date_only", "Whether the source states a date without a time"),
            Column.text("source", "Source of the actual"),
            Column.text(
                    "marks", "Marks of the release, and in surprises of the surprise too, with a space between them"));

    /// In the layout of profile `macro-edge`, which imports them again.
    static final List<Column> IMPORTABLE = List.of(
            INDICATOR,
            Column.text("released_at", "When the market knew it; a date where the source states no time"),
            Column.date("period", "First day of the reference period, where the source declares it"),
            ACTUAL,
            FORECAST,
            PREVIOUS,
            Column.number("forecast_low", "The lowest forecast of the survey, in the unit of the indicator"),
            Column.number("forecast_high", "The highest forecast of the survey, in the unit of the indicator"),
            Column.count("forecast_count", "How many forecasts the survey has"));

    static final List<Column> RELEASES = joined(
            List.of(INDICATOR, RELEASED_AT, ACTUAL, FORECAST, FORECAST_KIND, PREVIOUS),
            IMPORTABLE.subList(IMPORTABLE.size() - 3, IMPORTABLE.size()),
            ABOUT);

    static final List<Column> SURPRISES = joined(
            List.of(
                    INDICATOR,
                    RELEASED_AT,
                    ACTUAL,
                    FORECAST,
                    FORECAST_KIND,
                    PREVIOUS,
                    Column.number("surprise", "actual − forecast, in the unit of the indicator"),
                    Column.number("sigma", "The scale known before the release, in the unit of the indicator"),
                    Column.number("z_raw", "polarity · surprise / sigma"),
                    Column.number("z", "z_raw clipped at ±4; empty where it is not usable"),
                    Column.count("sigma_observations", "How many earlier surprises are behind sigma"),
                    Column.text("reason", "Why there is no usable z; empty where there is one")),
            List.of(),
            ABOUT);

    private ReleaseColumns() {}

    private static List<Column> joined(List<Column> first, List<Column> then, List<Column> last) {
        return Stream.of(first, then, last).flatMap(List::stream).toList();
    }

    static List<@Nullable Object> importable(KnownReleases facts, ObservedRelease release) {
        Object date = facts.statedDate(release).orElse(null);
        Optional<ObservedForecast> forecast = ForecastLadder.best(release);
        ForecastSpread spread = forecast.map(ObservedForecast::spread).orElse(ForecastSpread.NONE);
        return Arrays.asList(
                release.indicator(),
                date == null ? release.releasedAt() : date,
                release.declaredPeriod(),
                release.actual(),
                forecast.map(ObservedForecast::value).orElse(null),
                release.previous(),
                spread.low(),
                spread.high(),
                spread.count());
    }

    static List<@Nullable Object> release(KnownReleases facts, @Nullable Indicator indicator, ObservedRelease release) {
        ObservedForecast forecast = ForecastLadder.best(release).orElse(null);
        ForecastSpread spread = forecast == null ? ForecastSpread.NONE : forecast.spread();
        List<@Nullable Object> cells = new ArrayList<>(RELEASES.size());
        addFigures(cells, release, forecast);
        cells.addAll(Arrays.asList(spread.low(), spread.high(), spread.count()));
        addAbout(cells, facts, indicator, release, release.marks());
        return cells;
    }

    static List<@Nullable Object> surprise(
            KnownReleases facts, @Nullable Indicator indicator, StandardisedSurprise surprise) {
        List<@Nullable Object> cells = new ArrayList<>(SURPRISES.size());
        addFigures(cells, surprise.release(), surprise.forecast());
        cells.addAll(Arrays.asList(
                surprise.surprise(),
                surprise.sigma(),
                surprise.zRaw(),
                surprise.z(),
                surprise.sigmaObservations(),
                surprise.reason() == null ? null : surprise.reason().code()));
        addAbout(cells, facts, indicator, surprise.release(), surprise.marks());
        return cells;
    }

    private static void addFigures(
            List<@Nullable Object> cells, ObservedRelease release, @Nullable ObservedForecast forecast) {
        cells.addAll(Arrays.asList(
                release.indicator(),
                release.releasedAt(),
                release.actual(),
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                release.previous()));
    }

    private static void addAbout(
            List<@Nullable Object> cells,
            KnownReleases facts,
            @Nullable Indicator indicator,
            ObservedRelease release,
            Set<Mark> marks) {
        cells.add(release.releaseId());
        cells.addAll(
                indicator == null
                        ? Collections.nCopies(OF_THE_INDICATOR, null)
                        : List.of(
                                indicator.name(),
                                indicator.region().code(),
                                indicator.category().code(),
                                indicator.unit(),
                                indicator.importance()));
        cells.addAll(Arrays.asList(
                release.period(),
                release.period() == null ? null : release.periodDeclared(),
                facts.statedDate(release).isPresent(),
                release.source(),
                marks.stream().sorted().map(Coded::code).collect(Collectors.joining(" "))));
    }
}
