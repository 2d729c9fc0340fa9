package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.forecast.OwnForecasts;
import org.macroedge.engine.forecast.OwnPrints;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;

/// The best forecast from an indicator's own prints: of the kind model while a model beats the last print, else naive.
/// Releases that were left out, as suspect or by a person, are no prints of it. Policy rates have none.
public final class OwnPrintForecast implements ComputedForecast {

    /// What stands for a source.
    public static final String SOURCE = "own-prints";

    private final OwnPrints prints;

    /// Equal forecasts of a long history are one object.
    private final Map<BigDecimal, BigDecimal> values = new HashMap<>();

    OwnPrintForecast(Indicator indicator) {
        this.prints = new OwnPrints(indicator.step());
    }

    @Override
    public Optional<ObservedForecast> before(Instant releasedAt) {
        return prints.forecasts().map(this::forecast);
    }

    private ObservedForecast forecast(OwnForecasts forecasts) {
        BigDecimal value = values.computeIfAbsent(forecasts.bestValue(), best -> best);
        return new ObservedForecast(forecasts.best().forecastKind(), value, SOURCE, ForecastLadder.COMPUTED, null);
    }

    @Override
    public Mark mark(ObservedForecast forecast) {
        return markOf(forecast);
    }

    /// The mark of a release that is measured against such a forecast.
    public static Mark markOf(ObservedForecast forecast) {
        return forecast.kind() == ForecastKind.MODEL ? Mark.MODEL_FORECAST : Mark.NAIVE_FORECAST;
    }

    @Override
    public void learn(List<StandardisedSurprise> together) {
        prints.add(counted(together));
    }

    private static List<ObservedRelease> counted(List<StandardisedSurprise> surprises) {
        return surprises.stream()
                .filter(surprise -> !surprise.isLeftOut())
                .map(StandardisedSurprise::release)
                .toList();
    }

    /// What the next release would be measured against if no better forecast were captured; empty for a policy rate,
    /// and before the first print.
    ///
    /// @param known every release known, in the order of the engine
    public static Optional<ObservedForecast> next(Indicator indicator, List<StandardisedSurprise> known) {
        if (indicator.isPolicyRate() || known.isEmpty()) {
            return Optional.empty();
        }
        OwnPrintForecast walk = new OwnPrintForecast(indicator);
        ReleaseOrder.forEachInstant(known, StandardisedSurprise::release, walk::learn);
        return walk.before(known.getLast().release().releasedAt());
    }

    /// What each release could be measured against by every kind, by the identity of the objects; none for a policy
    /// rate.
    ///
    /// @param known every release known, in the order of the engine
    public static Map<StandardisedSurprise, OwnForecasts> all(Indicator indicator, List<StandardisedSurprise> known) {
        Map<StandardisedSurprise, OwnForecasts> all = new IdentityHashMap<>();
        if (!indicator.isPolicyRate()) {
            OwnPrints prints = new OwnPrints(indicator.step());
            ReleaseOrder.forEachInstant(known, StandardisedSurprise::release, together -> {
                prints.forecasts().ifPresent(forecasts -> together.forEach(release -> all.put(release, forecasts)));
                prints.add(counted(together));
            });
        }
        return all;
    }
}
