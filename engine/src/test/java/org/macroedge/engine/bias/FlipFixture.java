package org.macroedge.engine.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.scenario.AssumedInstant;
import org.macroedge.engine.scenario.AssumedRelease;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.IndicatorId;

/// Inputs of flip maps: random releases, and those of the weeks after an instant as they come.
final class FlipFixture {

    static final int[] AS_OF = {400, 900, 1400, 1900, 2400};

    private FlipFixture() {}

    static KnownInputs inputs(SignalMode mode, Map<IndicatorId, List<ObservedRelease>> releases) {
        return new KnownInputs(
                BiasFixture.INDICATORS,
                List.of(Samples.SPX, Samples.EURUSD, Samples.WTI),
                Samples.weights(mode),
                new SurpriseCalculator().calculate(BiasFixture.INDICATORS, releases));
    }

    static AssumedRelease assumed(ObservedRelease release, List<ObservedForecast> forecasts, Figure figure) {
        return new AssumedRelease(release.releaseId(), release.indicator(), forecasts, figure);
    }

    static AssumedRelease expected(ObservedRelease release) {
        return assumed(release, release.forecasts(), Figure.EXPECTED);
    }

    /// The next five weeks: those of one instant together, as they come.
    static List<AssumedInstant> instants(Map<IndicatorId, List<ObservedRelease>> releases, Instant asOf) {
        Map<Instant, List<AssumedRelease>> coming = new HashMap<>();
        releases.values().stream()
                .flatMap(List::stream)
                .filter(release -> release.releasedAt().isAfter(asOf))
                .filter(release -> release.releasedAt().isBefore(asOf.plusSeconds(35 * Samples.DAY)))
                .forEach(release -> coming.computeIfAbsent(release.releasedAt(), at -> new ArrayList<>())
                        .add(expected(release)));
        return coming.entrySet().stream()
                .map(entry -> new AssumedInstant(entry.getKey(), entry.getValue(), List.of()))
                .toList();
    }

    static ObservedRelease next(Map<IndicatorId, List<ObservedRelease>> releases, String indicator, Instant asOf) {
        return Objects.requireNonNull(releases.get(new IndicatorId(indicator))).stream()
                .filter(release -> release.releasedAt().isAfter(asOf))
                .findFirst()
                .orElseThrow();
    }
}
