package org.macroedge.engine.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.statistics.SurpriseDistribution;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

/// Computes the flips of a map, all from one model.
final class FlipComputation {

    private static final String SOURCE = "scenario";

    /// Stands for whatever will be expected: flips in σ do not depend on it.
    private static final List<ObservedForecast> UNKNOWN =
            List.of(new ObservedForecast(ForecastKind.SURVEY, BigDecimal.ZERO, SOURCE, 0, null));

    private final KnownBias known;
    private final Map<IndicatorId, Indicator> indicators;

    FlipComputation(KnownInputs inputs, Instant asOf) {
        this.known = new KnownBias(inputs, asOf);
        this.indicators = inputs.indicators().stream().collect(Collectors.toMap(Indicator::id, Function.identity()));
    }

    Stream<ReleaseFlips> of(AssumedInstant instant) {
        List<AssumedRelease> scheduled =
                instant.scheduled().stream().map(FlipComputation::asExpected).toList();
        List<ReleaseFlips> flips = new ArrayList<>();
        Instant at = instant.instant();
        if (!scheduled.stream().allMatch(release -> isUnknown(release, at))) {
            KnownBias.Outcome together = known.with(at, scheduled);
            for (int index = 0; index < scheduled.size(); index++) {
                if (!isUnknown(scheduled.get(index), at)) {
                    flips.add(flips(at, together, index, true, true));
                }
            }
        }
        scheduled.stream()
                .filter(release -> isUnknown(release, at))
                .forEach(release -> flips.add(varied(instant, release, true)));
        instant.expected().forEach(release -> flips.add(varied(instant, asExpected(release), false)));
        return flips.stream();
    }

    private static AssumedRelease asExpected(AssumedRelease release) {
        return release.with(Figure.EXPECTED);
    }

    /// Whether nothing is expected of it yet. Of a policy rate, the rate in force is, and of the next release of every
    /// other indicator what its own prints say, if the last one is not too old. Of a later one, they say nothing.
    private boolean isUnknown(AssumedRelease release, Instant at) {
        Indicator indicator = Objects.requireNonNull(indicators.get(release.indicator()));
        return release.forecasts().isEmpty()
                && !indicator.isPolicyRate()
                && (!release.next() || known.own(indicator, at).isEmpty());
    }

    /// The flips of a release that the others of its instant are assumed without.
    private ReleaseFlips varied(AssumedInstant instant, AssumedRelease release, boolean scheduled) {
        boolean unknown = isUnknown(release, instant.instant());
        AssumedRelease assumed = unknown
                ? new AssumedRelease(release.releaseId(), release.indicator(), UNKNOWN, Figure.EXPECTED)
                : release;
        Stream<AssumedRelease> others = instant.scheduled().stream()
                .filter(other -> !other.releaseId().equals(release.releaseId()))
                .map(FlipComputation::asExpected);
        List<AssumedRelease> together =
                Stream.concat(Stream.of(assumed), others).toList();
        return flips(instant.instant(), known.with(instant.instant(), together), 0, scheduled, !unknown);
    }

    private ReleaseFlips flips(
            Instant at, KnownBias.Outcome outcome, int position, boolean scheduled, boolean forecastKnown) {
        StandardisedSurprise surprise = outcome.surprises().get(position);
        SurpriseDistribution past = past(surprise);
        LabelFlips labels = new LabelFlips(past, forecastKnown);
        ReleaseId release = surprise.release().releaseId();
        List<InstrumentFlips> instruments = outcome.biases().stream()
                .flatMap(bias -> Sensitivity.of(bias, release, known.clip())
                        .map(labels::of)
                        .filter(found -> !found.isEmpty())
                        .map(found -> of(bias, found))
                        .stream())
                .toList();
        return new ReleaseFlips(at, scheduled, forecastKnown, surprise, past, instruments);
    }

    /// The past surprises that are like this one: those of another class of forecasts have a σ of their own, and say
    /// nothing of its size. A policy rate has one σ for both classes.
    private SurpriseDistribution past(StandardisedSurprise surprise) {
        Indicator indicator =
                Objects.requireNonNull(indicators.get(surprise.release().indicator()));
        return SurpriseDistribution.of(known.surprises(indicator.id()).stream()
                .filter(earlier -> indicator.isPolicyRate() || earlier.forecastClass() == surprise.forecastClass())
                .toList());
    }

    private static InstrumentFlips of(InstrumentBias bias, List<LabelFlip> flips) {
        return new InstrumentFlips(
                bias.instrument(), Objects.requireNonNull(bias.label()), Objects.requireNonNull(bias.z()), flips);
    }
}
