package org.macroedge.engine.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.forecast.OwnForecastKind;
import org.macroedge.engine.forecast.OwnForecasts;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.OwnPrintForecast;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.ForecastKind;

/// How far the forecasts of one source and kind have been from what was published.
///
/// Let F be the last forecast that a source had captured strictly before release i, A the actual, and σ the
/// scale known before that release. The error is e = (A − F)/σ, clipped at ±4 as z is, without the indicator's
/// polarity. Over the n releases of which the source has such a forecast:
///
/// - mean absolute error = Σ|e| / n, in σ. 0 is never wrong; √(2/π) ≈ 0.80 is as wrong as a normal z.
/// - bias = Σe / n, in σ. Above 0, actual values have been higher than this source expected.
///
/// All sources of a release are divided by the same σ, so that they can be compared. Releases without a σ, and
/// those left out of Z, have no error. A forecast without a capture instant is part of an imported history, of
/// which nobody knows whether it was changed after the release: it has no error either. So only stored vintages
/// count, and an error is known from its release on. Sums are in the order of release instants, then ids.
///
/// Beside the sources stand the forecasts that an indicator's own prints make: `naive`, `ar1` and `arma11`
/// ([OwnForecastKind]), each computed from what was known before the release, whether or not one was captured. Policy
/// rates have none.
///
/// @param source the name of a source, or the code of a kind of forecasts from own prints
/// @param releases n, above 0
/// @param meanAbsolute in [0, 4]
/// @param bias in [−4, 4]
public record ForecastErrors(String source, ForecastKind kind, int releases, double meanAbsolute, double bias) {

    /// Fewer releases say little about a source: as many as σ needs.
    public static final int FEWEST = 10;

    private static final Comparator<ForecastErrors> BEST_FIRST = Comparator.comparing(
                    (ForecastErrors errors) -> errors.releases() < FEWEST)
            .thenComparingDouble(ForecastErrors::meanAbsolute)
            .thenComparing(ForecastErrors::source)
            .thenComparing(ForecastErrors::kind);

    /// Whose forecasts.
    private record Forecaster(String source, ForecastKind kind) implements Comparable<Forecaster> {
        @Override
        public int compareTo(Forecaster other) {
            int bySource = source.compareTo(other.source);
            return bySource == 0 ? kind.compareTo(other.kind) : bySource;
        }
    }

    /// The errors of every source and kind, the smallest mean absolute error first; those of fewer than
    /// [#FEWEST] releases after all others.
    ///
    /// @param surprises per indicator, each in the order of the engine: all that are known at one instant
    public static List<ForecastErrors> ranking(Map<Indicator, List<StandardisedSurprise>> surprises) {
        List<Misses> misses = new ArrayList<>();
        surprises.forEach((indicator, known) -> addAll(misses, indicator, known));
        misses.sort(Comparator.comparing(
                        (Misses release) -> release.surprise.release().releasedAt())
                .thenComparing(release -> release.surprise.release().releaseId()));
        Map<Forecaster, List<Double>> errors = new TreeMap<>();
        misses.forEach(release -> release.byForecaster.forEach((forecaster, error) ->
                errors.computeIfAbsent(forecaster, key -> new ArrayList<>()).add(error)));
        return errors.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(BEST_FIRST)
                .toList();
    }

    /// The errors of one release.
    private record Misses(StandardisedSurprise surprise, Map<Forecaster, Double> byForecaster) {}

    private static void addAll(List<Misses> misses, Indicator indicator, List<StandardisedSurprise> known) {
        Map<StandardisedSurprise, OwnForecasts> own = OwnPrintForecast.all(indicator, known);
        known.stream()
                .filter(surprise -> surprise.sigma() != null && !surprise.isLeftOut())
                .forEach(surprise -> misses.add(misses(surprise, own.get(surprise))));
    }

    private static Misses misses(StandardisedSurprise surprise, @Nullable OwnForecasts own) {
        Map<Forecaster, ObservedForecast> last = new TreeMap<>();
        for (ObservedForecast forecast : surprise.release().forecasts()) {
            if (isVintage(forecast, surprise.release())) {
                last.merge(new Forecaster(forecast.source(), forecast.kind()), forecast, ForecastErrors::later);
            }
        }
        Map<Forecaster, Double> errors = new TreeMap<>();
        last.forEach((forecaster, forecast) -> errors.put(forecaster, error(surprise, forecast.value())));
        for (OwnForecastKind kind : OwnForecastKind.values()) {
            @Nullable BigDecimal value = own == null ? null : own.value(kind);
            if (value != null) {
                errors.put(new Forecaster(kind.code(), kind.forecastKind()), error(surprise, value));
            }
        }
        return new Misses(surprise, errors);
    }

    private static boolean isVintage(ObservedForecast forecast, ObservedRelease release) {
        return forecast.capturedAt() != null && forecast.capturedAt().isBefore(release.releasedAt());
    }

    /// Of two captured at one instant, the smaller, as in the ladder of forecasts.
    private static ObservedForecast later(ObservedForecast first, ObservedForecast second) {
        Comparator<ObservedForecast> byCapture =
                Comparator.comparing(ObservedForecast::capturedAt, Comparator.nullsFirst(Comparator.naturalOrder()));
        return byCapture
                                .thenComparing(ObservedForecast::value, Comparator.reverseOrder())
                                .compare(first, second)
                        >= 0
                ? first
                : second;
    }

    @SuppressWarnings("NullAway") // those without a σ were left out
    private static double error(StandardisedSurprise surprise, BigDecimal forecast) {
        double miss = surprise.release().actual().subtract(forecast).doubleValue();
        return Math.clamp(miss / surprise.sigma(), -SurpriseCalculator.CLIP, SurpriseCalculator.CLIP);
    }

    private static ForecastErrors of(Forecaster forecaster, List<Double> errors) {
        double absolute = 0;
        double signed = 0;
        for (double error : errors) {
            absolute += Math.abs(error);
            signed += error;
        }
        return new ForecastErrors(
                forecaster.source(),
                forecaster.kind(),
                errors.size(),
                absolute / errors.size(),
                signed / errors.size());
    }
}
