package org.macroedge.engine.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
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
    /// @param surprises known at one instant, in any order
    public static List<ForecastErrors> ranking(Collection<StandardisedSurprise> surprises) {
        Map<Forecaster, List<Double>> errors = new TreeMap<>();
        surprises.stream()
                .filter(surprise -> surprise.sigma() != null && !surprise.isLeftOut())
                .sorted(Comparator.comparing((StandardisedSurprise surprise) ->
                                surprise.release().releasedAt())
                        .thenComparing(surprise -> surprise.release().releaseId()))
                .forEach(surprise -> add(errors, surprise));
        return errors.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static void add(Map<Forecaster, List<Double>> errors, StandardisedSurprise surprise) {
        Map<Forecaster, ObservedForecast> last = new TreeMap<>();
        for (ObservedForecast forecast : surprise.release().forecasts()) {
            if (isVintage(forecast, surprise.release())) {
                last.merge(new Forecaster(forecast.source(), forecast.kind()), forecast, ForecastErrors::later);
            }
        }
        last.forEach((forecaster, forecast) ->
                errors.computeIfAbsent(forecaster, key -> new ArrayList<>()).add(error(surprise, forecast)));
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
    private static double error(StandardisedSurprise surprise, ObservedForecast forecast) {
        double miss = surprise.release().actual().subtract(forecast.value()).doubleValue();
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
