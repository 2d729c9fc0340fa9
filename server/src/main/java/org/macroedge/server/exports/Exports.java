package org.macroedge.server.exports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.server.bias.BiasHistories;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.prices.LatestPrices;
import org.macroedge.server.prices.PriceAnswers;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;

/// Every export, for the command line and the REST API alike. Without `asOf`, an export of releases or surprises
/// contains everything stored.
public final class Exports {

    private static final List<String> RELEASES = List.of(
            "indicator",
            "released_at",
            "period",
            "actual",
            "forecast",
            "previous",
            "forecast_low",
            "forecast_high",
            "forecast_count");
    private static final List<String> SURPRISES = List.of(
            "indicator",
            "released_at",
            "actual",
            "forecast",
            "forecast_kind",
            "previous",
            "surprise",
            "sigma",
            "z_raw",
            "z");

    private final LatestSurprises surprises;
    private final LatestBias bias;
    private final LatestIndices indices;
    private final LatestPrices prices;
    private final Clock clock;

    public Exports(
            LatestSurprises surprises, LatestBias bias, LatestIndices indices, LatestPrices prices, Clock clock) {
        this.surprises = surprises;
        this.bias = bias;
        this.indices = indices;
        this.prices = prices;
        this.clock = clock;
    }

    /// Every published release in the layout of profile `macro-edge`, ascending by instant.
    ///
    /// @param from null for the first
    public Export releases(Query query, @Nullable Instant from) {
        Surprises known = known(query);
        if (from != null && query.asOf() != null) {
            Instants.checkPeriod(from, query.asOf());
        }
        return new Export(
                RELEASES,
                () -> known.facts().releases().stream()
                        .filter(release -> isKnown(release, query.asOf()))
                        .filter(release -> from == null || !release.releasedAt().isBefore(from))
                        .map(release -> release(known.facts(), release)));
    }

    /// Every release with its surprise, scale and z, by indicator, ascending.
    public Export surprises(Query query) {
        Surprises known = known(query);
        return new Export(
                SURPRISES,
                () -> known.byIndicator().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(entry -> entry.getValue().stream())
                        .filter(surprise -> isKnown(surprise.release(), query.asOf()))
                        .map(Exports::surprise));
    }

    /// Every instrument's bias at each daily close or release instant of a period, by instrument, ascending.
    ///
    /// @param from null for a year before the end
    /// @param to null for asOf
    public Export bias(WeightedQuery query, @Nullable Instant from, @Nullable Instant to, HistoryGrid grid) {
        BiasHistories histories =
                bias.at(query.recordedAt()).histories(query.asOf(), from, to, grid, query.weightSet());
        return new Export(
                HistoryColumns.NAMES,
                () -> histories
                        .all()
                        .get()
                        .flatMap(history ->
                                history.points().stream().map(point -> HistoryColumns.cells(history, point))),
                histories.head());
    }

    /// Surprise indices at each daily close or release instant of a period, by index, ascending.
    ///
    /// @param index the id or an alias of one; null for all
    /// @param from null for a year before the end
    /// @param to null for asOf
    public Export indices(
            Query query, @Nullable String index, @Nullable Instant from, @Nullable Instant to, HistoryGrid grid) {
        List<IndexHistory> histories = indices.at(query.recordedAt()).histories(index, query.asOf(), from, to, grid);
        return new Export(
                IndexColumns.NAMES,
                () -> histories.stream()
                        .flatMap(
                                history -> history.points().stream().map(point -> IndexColumns.cells(history, point))));
    }

    /// Every daily close of every series, by instrument and series, ascending.
    ///
    /// @param instrument the id of one; null for all
    /// @param from its date in UTC is the first trading date; null for the first
    public Export prices(Query query, @Nullable String instrument, @Nullable Instant from) {
        if (from != null && query.asOf() != null) {
            Instants.checkPeriod(from, query.asOf());
        }
        PriceAnswers answers = prices.at(query.recordedAt());
        answers.check(instrument);
        return new Export(
                PriceColumns.NAMES,
                () -> answers.records(instrument, query.asOf(), from)
                        .map(close -> PriceColumns.cells(close.series(), close.point())));
    }

    private Surprises known(Query query) {
        if (query.asOf() != null) {
            Instants.checkAsOf(query.asOf(), clock.instant());
        }
        return surprises.at(query.recordedAt());
    }

    private static boolean isKnown(ObservedRelease release, @Nullable Instant asOf) {
        return asOf == null || !release.releasedAt().isAfter(asOf);
    }

    private static List<@Nullable Object> release(KnownReleases facts, ObservedRelease release) {
        Optional<LocalDate> statedDate = facts.statedDate(release);
        Optional<ObservedForecast> forecast = ForecastLadder.best(release);
        ForecastSpread spread = forecast.map(ObservedForecast::spread).orElse(ForecastSpread.NONE);
        return Arrays.asList(
                release.indicator(),
                statedDate.isPresent() ? statedDate.get() : release.releasedAt(),
                release.declaredPeriod(),
                release.actual(),
                forecast.map(ObservedForecast::value).orElse(null),
                release.previous(),
                spread.low(),
                spread.high(),
                spread.count());
    }

    private static List<@Nullable Object> surprise(StandardisedSurprise surprise) {
        ObservedForecast forecast = surprise.forecast();
        return Arrays.asList(
                surprise.release().indicator(),
                surprise.release().releasedAt(),
                surprise.release().actual(),
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                surprise.release().previous(),
                surprise.surprise(),
                surprise.sigma(),
                surprise.zRaw(),
                surprise.z());
    }
}
