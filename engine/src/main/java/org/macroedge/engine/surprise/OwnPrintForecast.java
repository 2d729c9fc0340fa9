package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.forecast.OwnForecasts;
import org.macroedge.engine.forecast.OwnPrints;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;

/// The best forecast from an indicator's own prints: of the kind model while a model beats the last print, else naive.
/// Policy rates have none.
///
/// Prints are the actuals of the releases that count, and of suspects whose forecast is the typing error
/// ([SuspectRule]): their actual stands. A suspect that may have lost its sign, and what a person set aside, is none.
///
/// A print says nothing of what comes more than two periods after it (2P, P in days as [Indicator#periodDays] at the
/// print): a release after such a gap has no forecast from own prints, and with its print the series begins anew, its
/// models and their out-of-sample errors included.
public final class OwnPrintForecast implements ComputedForecast {

    /// What stands for a source.
    public static final String SOURCE = "own-prints";

    private static final double PERIODS = 2;
    private static final double SECONDS_PER_DAY = 86_400;

    private final Indicator indicator;
    private final Instant end;
    private OwnPrints prints;
    private @Nullable Instant until;

    /// Equal forecasts of a long history are one object.
    private final Map<BigDecimal, BigDecimal> values = new HashMap<>();

    OwnPrintForecast(Indicator indicator) {
        this(indicator, Instant.MAX);
    }

    /// @param end from here on there is no forecast
    OwnPrintForecast(Indicator indicator, Instant end) {
        this.indicator = indicator;
        this.end = end;
        this.prints = new OwnPrints(indicator);
    }

    @Override
    public Optional<ObservedForecast> before(Instant releasedAt) {
        return releasedAt.isBefore(end) ? all(releasedAt).map(this::forecast) : Optional.empty();
    }

    private Optional<OwnForecasts> all(Instant releasedAt) {
        return until == null || releasedAt.isAfter(until) ? Optional.empty() : prints.forecasts();
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
        List<ObservedRelease> counted = together.stream()
                .filter(this::isPrint)
                .map(StandardisedSurprise::release)
                .toList();
        if (counted.isEmpty()) {
            return;
        }
        Instant at = counted.getFirst().releasedAt();
        if (until != null && at.isAfter(until)) {
            prints = new OwnPrints(indicator);
        }
        if (prints.add(counted)) {
            until = at.plusSeconds((long) (PERIODS * indicator.periodDays(at.getEpochSecond()) * SECONDS_PER_DAY));
        }
    }

    private boolean isPrint(StandardisedSurprise surprise) {
        @Nullable ObservedForecast forecast = surprise.forecast();
        boolean isForecastWrong = surprise.reason() == StandardisedSurprise.Reason.SUSPECT
                && forecast != null
                && !SuspectRule.isSignLost(surprise.release().actual(), forecast.value(), indicator.step());
        return !surprise.isLeftOut() || isForecastWrong;
    }

    /// What the next release would be measured against if no better forecast were captured; empty for a policy rate,
    /// and before the first print.
    ///
    /// @param known every release known, in the order of the engine
    public static Optional<NextForecast> next(Indicator indicator, List<StandardisedSurprise> known) {
        if (indicator.isPolicyRate()) {
            return Optional.empty();
        }
        OwnPrintForecast walk = new OwnPrintForecast(indicator);
        ReleaseOrder.forEachInstant(known, StandardisedSurprise::release, walk::learn);
        if (walk.until == null) {
            return Optional.empty();
        }
        Instant last = walk.until;
        return walk.before(last).map(forecast -> new NextForecast(forecast, last));
    }

    /// What each release could be measured against by every kind, by the identity of the objects; none for a policy
    /// rate.
    ///
    /// @param known every release known, in the order of the engine
    public static Map<StandardisedSurprise, OwnForecasts> all(Indicator indicator, List<StandardisedSurprise> known) {
        Map<StandardisedSurprise, OwnForecasts> all = new IdentityHashMap<>();
        if (!indicator.isPolicyRate()) {
            OwnPrintForecast walk = new OwnPrintForecast(indicator);
            ReleaseOrder.forEachInstant(known, StandardisedSurprise::release, together -> {
                walk.all(together.getFirst().release().releasedAt())
                        .ifPresent(forecasts -> together.forEach(release -> all.put(release, forecasts)));
                walk.learn(together);
            });
        }
        return all;
    }
}
