package org.macroedge.engine.surprise;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ForecastClass;

/// Chooses the forecast of a release: survey, vendor, nowcast, model, naive, and a manual forecast only where there is
/// no other; within a kind, the source of highest precedence, then the latest capture. Where all of these are equal,
/// the smallest value stands, whatever the order of arrival.
///
/// A forecast captured at or after the release never counts. One without a capture instant counts as captured just
/// before. What is computed from an indicator's own figures, the rate in force included, is of kind model or naive, and
/// within it below every source.
public final class ForecastLadder {

    /// The precedence of a forecast that is computed, below that of every source.
    static final int COMPUTED = Integer.MIN_VALUE;

    private static final Comparator<ObservedForecast> BEST_FIRST = Comparator.comparing(ObservedForecast::kind)
            .thenComparing(Comparator.comparingInt(ObservedForecast::precedence).reversed())
            .thenComparing(ObservedForecast::capturedAt, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(ObservedForecast::value)
            .thenComparing(ObservedForecast::source);

    private ForecastLadder() {}

    /// The best captured forecast of one class that was known before the release.
    public static Optional<ObservedForecast> best(ObservedRelease release, ForecastClass forecastClass) {
        return known(release, forecastClass).min(BEST_FIRST);
    }

    /// The best modelled forecast: of those captured before the release and of one that was computed.
    static Optional<ObservedForecast> bestModelled(ObservedRelease release, Optional<ObservedForecast> computed) {
        return Stream.concat(known(release, ForecastClass.MODELLED), computed.stream())
                .min(BEST_FIRST);
    }

    private static Stream<ObservedForecast> known(ObservedRelease release, ForecastClass forecastClass) {
        return release.forecasts().stream()
                .filter(forecast -> forecast.kind().forecastClass() == forecastClass)
                .filter(forecast ->
                        forecast.capturedAt() == null || forecast.capturedAt().isBefore(release.releasedAt()));
    }

    /// The best captured forecast of any class that was known before the release. Without one of a better kind than
    /// manual, the surprise is measured against one that is computed ([SurpriseCalculator]).
    public static Optional<ObservedForecast> best(ObservedRelease release) {
        return best(release, ForecastClass.SURVEYED).or(() -> best(release, ForecastClass.MODELLED));
    }

    /// Of the best captured forecast of a release and one that is computed, the one that it is measured against.
    public static Optional<ObservedForecast> standing(
            Optional<ObservedForecast> captured, Optional<ObservedForecast> computed) {
        return Stream.concat(captured.stream(), computed.stream()).min(BEST_FIRST);
    }

    /// The best of some forecasts, for a release that is still to come.
    public static Optional<ObservedForecast> best(Collection<ObservedForecast> known) {
        return known.stream().min(BEST_FIRST);
    }
}
