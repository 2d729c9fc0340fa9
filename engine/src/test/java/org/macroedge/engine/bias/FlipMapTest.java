package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.scenario.AssumedInstant;
import org.macroedge.engine.scenario.AssumedRelease;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.engine.scenario.Flip;
import org.macroedge.engine.scenario.FlipMap;
import org.macroedge.engine.scenario.InstrumentFlips;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.scenario.LabelFlip;
import org.macroedge.engine.scenario.ReleaseFlips;
import org.macroedge.engine.scenario.Scenario;
import org.macroedge.engine.scenario.Sensitivity;
import org.macroedge.engine.statistics.SurpriseDistribution;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

/// What a flip map says of each release, against the scenarios of its figures.
class FlipMapTest {

    private static final double CLIP = 4;

    /// The label, the bound, and the first value; and the label of the full computation there.
    @ParameterizedTest
    @EnumSource
    void eachFlipIsThatOfTheScenarioAndTheFirstToChangeTheLabel(SignalMode mode) {
        int compared = 0;
        for (long seed = 41; seed < 44; seed++) {
            Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(seed);
            KnownInputs inputs = FlipFixture.inputs(mode, releases);
            for (int day : FlipFixture.AS_OF) {
                Instant asOf = BiasFixture.day(day);
                List<AssumedInstant> instants = FlipFixture.instants(releases, asOf);
                for (ReleaseFlips flips : FlipMap.of(inputs, asOf, instants).releases()) {
                    AssumedInstant instant = instants.stream()
                            .filter(one -> one.instant().equals(flips.releasedAt()))
                            .findFirst()
                            .orElseThrow();
                    compared += compare(inputs, asOf, instant, flips);
                }
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    private static int compare(KnownInputs inputs, Instant asOf, AssumedInstant instant, ReleaseFlips flips) {
        ReleaseId varied = flips.surprise().release().releaseId();
        int compared = 0;
        for (InstrumentBias bias : Scenario.of(inputs, asOf, instant.instant(), instant.scheduled())
                .after()) {
            List<Flip> exact = Sensitivity.of(bias, varied, CLIP).map(Sensitivity::flips).orElse(List.of()).stream()
                    .filter(flip -> flip.label() != null && flip.firstValue() != null)
                    .toList();
            Optional<InstrumentFlips> mapped = flips.of(bias.instrument().id());
            assertThat(mapped.isPresent()).isEqualTo(!exact.isEmpty());
            for (LabelFlip flip : mapped.map(InstrumentFlips::flips).orElse(List.of())) {
                assertThat(exact).anySatisfy(scenario -> {
                    assertThat(scenario.label()).isEqualTo(flip.label());
                    assertThat(scenario.z()).isEqualTo(flip.z());
                    assertThat(scenario.value()).isEqualTo(flip.value());
                    assertThat(scenario.firstValue()).isEqualTo(flip.firstValue());
                    assertThat(scenario.firstZ()).isEqualTo(flip.firstZ());
                });
                BigDecimal first = Objects.requireNonNull(flip.firstValue());
                BigDecimal step = new BigDecimal(flip.z() > 0 ? "0.1" : "-0.1");
                for (Figure figure : List.of(new Figure.Published(flip.value()), new Figure.Size(flip.z()))) {
                    assertThat(after(inputs, asOf, instant, varied, figure, bias)
                                    .label())
                            .as("%s as printed", figure)
                            .isEqualTo(flip.label());
                }
                Figure nearer = new Figure.Size(flip.z() - Math.signum(flip.z()) * 1e-6);
                assertThat(after(inputs, asOf, instant, varied, nearer, bias).label())
                        .isNotEqualTo(flip.label());
                InstrumentBias at = after(inputs, asOf, instant, varied, new Figure.Published(first), bias);
                InstrumentBias before =
                        after(inputs, asOf, instant, varied, new Figure.Published(first.subtract(step)), bias);
                assertThat(at.label()).isEqualTo(flip.label()).isNotEqualTo(bias.label());
                assertThat(before.label()).isEqualTo(bias.label());
                compared++;
            }
        }
        return compared;
    }

    private static InstrumentBias after(
            KnownInputs inputs,
            Instant asOf,
            AssumedInstant instant,
            ReleaseId varied,
            Figure figure,
            InstrumentBias same) {
        List<AssumedRelease> releases = instant.scheduled().stream()
                .map(release -> release.releaseId().equals(varied)
                        ? new AssumedRelease(varied, release.indicator(), release.forecasts(), figure)
                        : release)
                .toList();
        return Scenario.of(inputs, asOf, instant.instant(), releases).after().stream()
                .filter(bias -> bias.instrument().equals(same.instrument()))
                .findFirst()
                .orElseThrow();
    }

    /// The sum of the kernel from half a step before the first value on.
    @Test
    void aProbabilityIsThatOfTheSurprisesKnownByThen() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(45);
        KnownInputs inputs = FlipFixture.inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        int known = 0;
        for (ReleaseFlips flips :
                FlipMap.of(inputs, asOf, FlipFixture.instants(releases, asOf)).releases()) {
            SurpriseDistribution past = SurpriseDistribution.of(
                    inputs.surprises().get(flips.surprise().release().indicator()).stream()
                            .filter(surprise -> !surprise.release().releasedAt().isAfter(asOf))
                            .toList());
            assertThat(flips.past().observations())
                    .isEqualTo(past.observations())
                    .isGreaterThan(40);
            double half = 0.05 / Objects.requireNonNull(flips.surprise().sigma());
            for (InstrumentFlips instrument : flips.instruments()) {
                for (LabelFlip flip : instrument.flips()) {
                    double first = Objects.requireNonNull(flip.firstZ());
                    if (Math.abs(first) < CLIP) {
                        double probability = first > 0 ? past.above(first - half) : past.below(first + half);
                        assertThat(Objects.requireNonNull(flip.probability())).isCloseTo(probability, within(1e-12));
                        known++;
                    }
                }
            }
        }
        assertThat(known).isGreaterThan(5);
    }

    @Test
    void fewSurprisesHaveNoProbability() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(46);
        KnownInputs inputs = FlipFixture.inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(800);
        List<LabelFlip> flips = FlipMap.of(inputs, asOf, FlipFixture.instants(releases, asOf)).releases().stream()
                .flatMap(release -> release.instruments().stream())
                .flatMap(instrument -> instrument.flips().stream())
                .toList();

        assertThat(flips).isNotEmpty().allMatch(flip -> flip.probability() == null);
    }
}
