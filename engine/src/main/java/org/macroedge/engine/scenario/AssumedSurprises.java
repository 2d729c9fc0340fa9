package org.macroedge.engine.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

/// The surprises of assumed releases, standardised as those of published ones are. A figure in σ becomes a value by the
/// forecast and the σ that a first look, with the figures as expected, finds; without either it stays as expected.
/// The first look has what is known to be expected, computed or captured, so that mostly there is no second one.
final class AssumedSurprises {

    private final KnownInputs known;
    private final Instant at;
    private final List<AssumedRelease> assumed;
    private final Function<Indicator, Optional<ObservedForecast>> own;

    /// @param own what the own prints of an indicator say of its next release at the instant
    AssumedSurprises(
            KnownInputs known,
            Instant at,
            List<AssumedRelease> assumed,
            Function<Indicator, Optional<ObservedForecast>> own) {
        this.known = known;
        this.at = at;
        this.assumed = assumed;
        this.own = own;
    }

    /// Those of the indicators with an assumed release, each with the surprises before it.
    Map<IndicatorId, List<StandardisedSurprise>> byIndicator() {
        Map<IndicatorId, List<StandardisedSurprise>> looked = calculate(this::likely);
        Map<ReleaseId, BigDecimal> actuals = new HashMap<>();
        assumed.forEach(release -> actuals.put(release.releaseId(), actual(release, of(looked, release))));
        boolean isRight =
                assumed.stream().allMatch(release -> likely(release).equals(actuals.get(release.releaseId())));
        return isRight ? looked : calculate(release -> Objects.requireNonNull(actuals.get(release.releaseId())));
    }

    /// The figure of the first look: mostly the right one, so that there is no second look.
    private BigDecimal likely(AssumedRelease release) {
        return switch (release.figure()) {
            case Figure.Published published -> published.value();
            case Figure.Size _, Figure.Expected _ ->
                ForecastLadder.standing(ForecastLadder.best(release.forecasts()), own(release))
                        .map(ObservedForecast::value)
                        .orElse(BigDecimal.ZERO);
        };
    }

    private Optional<ObservedForecast> own(AssumedRelease release) {
        return release.next() ? own.apply(indicator(release)) : Optional.empty();
    }

    /// The surprise of an assumed release.
    static StandardisedSurprise of(Map<IndicatorId, List<StandardisedSurprise>> surprises, AssumedRelease release) {
        return surprises.getOrDefault(release.indicator(), List.of()).stream()
                .filter(surprise -> surprise.release().releaseId().equals(release.releaseId()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private BigDecimal actual(AssumedRelease release, StandardisedSurprise expected) {
        return switch (release.figure()) {
            case Figure.Published published -> published.value();
            case Figure.Size size -> actual(release, expected, size.z());
            case Figure.Expected _ -> actual(release, expected, 0);
        };
    }

    private BigDecimal actual(AssumedRelease release, StandardisedSurprise expected, double z) {
        @Nullable ObservedForecast forecast = expected.forecast();
        @Nullable Double sigma = expected.sigma();
        if (forecast == null || sigma == null || z == 0) {
            return forecast == null ? BigDecimal.ZERO : forecast.value();
        }
        return forecast.value().add(BigDecimal.valueOf(indicator(release).polarity() * z * sigma));
    }

    private Indicator indicator(AssumedRelease release) {
        return known.indicators().stream()
                .filter(indicator -> indicator.id().equals(release.indicator()))
                .findFirst()
                .orElseThrow();
    }

    private Map<IndicatorId, List<StandardisedSurprise>> calculate(Function<AssumedRelease, BigDecimal> actual) {
        Set<IndicatorId> touched =
                assumed.stream().map(AssumedRelease::indicator).collect(Collectors.toSet());
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>();
        // a policy rate needs those that it succeeds
        boolean isRate = assumed.stream().anyMatch(release -> indicator(release).isPolicyRate());
        List<Indicator> read = known.indicators().stream()
                .filter(indicator -> touched.contains(indicator.id()) || (isRate && indicator.isPolicyRate()))
                .toList();
        read.forEach(indicator -> releases.put(indicator.id(), new ArrayList<>(published(indicator.id()))));
        assumed.forEach(release -> Objects.requireNonNull(releases.get(release.indicator()))
                .add(release.published(at, actual.apply(release))));
        Map<IndicatorId, List<StandardisedSurprise>> all = new SurpriseCalculator().calculate(read, releases, silent());
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new LinkedHashMap<>();
        touched.forEach(id -> surprises.put(id, Objects.requireNonNull(all.get(id))));
        return surprises;
    }

    /// The indicators with an assumed release that is not the next one, from the instant on.
    private Map<IndicatorId, Instant> silent() {
        Map<IndicatorId, Instant> silent = new HashMap<>();
        assumed.stream().filter(release -> !release.next()).forEach(release -> silent.put(release.indicator(), at));
        return silent;
    }

    private List<ObservedRelease> published(IndicatorId indicator) {
        return known.surprises().getOrDefault(indicator, List.of()).stream()
                .map(StandardisedSurprise::release)
                .toList();
    }
}
