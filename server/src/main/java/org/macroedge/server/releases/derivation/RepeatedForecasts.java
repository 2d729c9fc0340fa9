package org.macroedge.server.releases.derivation;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.releases.derivation.SourceRecord.StatedForecast;

/// Which spread holds for a forecast that its source repeats without one.
///
/// A source that says the same figure of a kind again says nothing about the spread, so that of its capture
/// before holds on. It holds as a whole or not at all, and never for another figure, another kind or an earlier
/// capture. A history counts as captured at the release, and so goes on from the captures before the release
/// only.
final class RepeatedForecasts {

    /// Ascending by when they count as said, a history before the captures of its instant.
    private static final Comparator<StatedForecast> BY_CAPTURE = Comparator.comparing(RepeatedForecasts::saidAt)
            .thenComparing(forecast -> forecast.capture().isNone(), Comparator.reverseOrder())
            .thenComparing(forecast -> forecast.capture().batch(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private RepeatedForecasts() {}

    /// The forecasts of a source about one release, in whatever order, with the spreads that hold.
    ///
    /// @return ascending by capture
    static List<StatedForecast> withSpreads(Collection<StatedForecast> stated) {
        Map<ForecastKind, StatedForecast> latest = new EnumMap<>(ForecastKind.class);
        return stated.stream()
                .sorted(BY_CAPTURE)
                .map(forecast -> {
                    StatedForecast whole = goingOn(latest.get(forecast.kind()), forecast);
                    latest.put(forecast.kind(), whole);
                    return whole;
                })
                .toList();
    }

    private static StatedForecast goingOn(@Nullable StatedForecast before, StatedForecast forecast) {
        return before != null && forecast.spread().isNone() && RowContent.equal(before.value(), forecast.value())
                ? forecast.with(before.spread())
                : forecast;
    }

    private static Instant saidAt(StatedForecast forecast) {
        return Objects.requireNonNullElse(
                forecast.capture().instant(), forecast.statement().row().instant());
    }
}
