package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedForecast;
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
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

/// What holds of every flip map.
class FlipMapTest {

    private static final double CLIP = 4;
    private static final int[] AS_OF = {400, 900, 1400, 1900, 2400};

    private static KnownInputs inputs(SignalMode mode, Map<IndicatorId, List<ObservedRelease>> releases) {
        return new KnownInputs(
                BiasFixture.INDICATORS,
                List.of(Samples.SPX, Samples.EURUSD, Samples.WTI),
                Samples.weights(mode),
                new SurpriseCalculator().calculate(BiasFixture.INDICATORS, releases));
    }

    private static AssumedRelease assumed(ObservedRelease release, List<ObservedForecast> forecasts, Figure figure) {
        return new AssumedRelease(release.releaseId(), release.indicator(), forecasts, figure);
    }

    private static AssumedRelease expected(ObservedRelease release) {
        return assumed(release, release.forecasts(), Figure.EXPECTED);
    }

    /// The next five weeks: those of one instant together, as they come.
    private static List<AssumedInstant> instants(Map<IndicatorId, List<ObservedRelease>> releases, Instant asOf) {
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

    /// The label, the bound, and the first value; and the label of the full computation there.
    @ParameterizedTest
    @EnumSource
    void eachFlipIsThatOfTheScenarioAndTheFirstToChangeTheLabel(SignalMode mode) {
        int compared = 0;
        for (long seed = 41; seed < 44; seed++) {
            Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(seed);
            KnownInputs inputs = inputs(mode, releases);
            for (int day : AS_OF) {
                Instant asOf = BiasFixture.day(day);
                List<AssumedInstant> instants = instants(releases, asOf);
                for (ReleaseFlips flips : FlipMap.of(inputs, asOf, instants).releases()) {
                    AssumedInstant instant = instants.stream()
                            .filter(one -> one.at().equals(flips.at()))
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
        for (InstrumentBias bias :
                Scenario.of(inputs, asOf, instant.at(), instant.scheduled()).after()) {
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
                InstrumentBias at = after(inputs, asOf, instant, varied, first, bias);
                InstrumentBias before = after(inputs, asOf, instant, varied, first.subtract(step), bias);
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
            BigDecimal value,
            InstrumentBias same) {
        List<AssumedRelease> releases = instant.scheduled().stream()
                .map(release -> release.releaseId().equals(varied)
                        ? new AssumedRelease(
                                varied, release.indicator(), release.forecasts(), new Figure.Published(value))
                        : release)
                .toList();
        return Scenario.of(inputs, asOf, instant.at(), releases).after().stream()
                .filter(bias -> bias.instrument().equals(same.instrument()))
                .findFirst()
                .orElseThrow();
    }

    /// The sum of the kernel from half a step before the first value on.
    @Test
    void aProbabilityIsThatOfTheSurprisesKnownByThen() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(45);
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        int known = 0;
        for (ReleaseFlips flips :
                FlipMap.of(inputs, asOf, instants(releases, asOf)).releases()) {
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
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(800);
        List<LabelFlip> flips = FlipMap.of(inputs, asOf, instants(releases, asOf)).releases().stream()
                .flatMap(release -> release.instruments().stream())
                .flatMap(instrument -> instrument.flips().stream())
                .toList();

        assertThat(flips).isNotEmpty().allMatch(flip -> flip.probability() == null);
    }

    @Test
    void laterReleasesChangeNothing() {
        Map<IndicatorId, List<ObservedRelease>> all = BiasFixture.random(47);
        Instant asOf = BiasFixture.day(2000);
        Map<IndicatorId, List<ObservedRelease>> known = new HashMap<>();
        all.forEach((id, releases) -> known.put(
                id,
                releases.stream()
                        .filter(release -> !release.releasedAt().isAfter(asOf))
                        .toList()));

        assertSame(
                FlipMap.of(inputs(SignalMode.SUM, all), asOf, instants(all, asOf)),
                FlipMap.of(inputs(SignalMode.SUM, known), asOf, instants(all, asOf)));
    }

    @Test
    void noOrderOfTheInstantsHasAPartInIt() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(48);
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        List<AssumedInstant> instants = new ArrayList<>(instants(releases, asOf));
        FlipMap map = FlipMap.of(inputs, asOf, instants);
        Collections.shuffle(instants, new Random(48));

        assertSame(FlipMap.of(inputs, asOf, instants), map);
        assertThat(map.releases()).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }

    private static void assertSame(FlipMap map, FlipMap other) {
        assertThat(map.releases()).hasSameSizeAs(other.releases()).hasSizeGreaterThan(2);
        for (int index = 0; index < map.releases().size(); index++) {
            assertThat(map.releases().get(index).surprise())
                    .isEqualTo(other.releases().get(index).surprise());
            assertThat(map.releases().get(index).instruments())
                    .isEqualTo(other.releases().get(index).instruments());
        }
    }

    /// In σ the flips are those of any forecast; and the other releases of the instant do not wait for it.
    @Test
    void aReleaseOfWhichNothingIsExpectedHasItsFlipsInSigma() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(49);
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        int compared = 0;
        for (int day : AS_OF) {
            Instant asOf = BiasFixture.day(day);
            for (AssumedInstant instant : instants(releases, asOf)) {
                AssumedRelease known = instant.scheduled().getFirst();
                AssumedRelease unknown =
                        new AssumedRelease(known.releaseId(), known.indicator(), List.of(), Figure.EXPECTED);
                AssumedRelease later = new AssumedRelease(
                        known.releaseId(),
                        known.indicator(),
                        List.of(new ObservedForecast(ForecastKind.SURVEY, new BigDecimal("-17.3"), "later", 3, asOf)),
                        Figure.EXPECTED);
                ReleaseFlips scheduled = only(inputs, asOf, instant.at(), List.of(unknown), List.of());
                ReleaseFlips likely = only(inputs, asOf, instant.at(), List.of(), List.of(unknown));
                ReleaseFlips exact = only(inputs, asOf, instant.at(), List.of(later), List.of());

                assertThat(scheduled.scheduled()).isTrue();
                assertThat(scheduled.forecastKnown()).isFalse();
                assertThat(likely.scheduled()).isFalse();
                assertThat(likely.instruments()).isEqualTo(scheduled.instruments());
                for (InstrumentFlips instrument : exact.instruments()) {
                    InstrumentFlips same =
                            scheduled.of(instrument.instrument().id()).orElseThrow();
                    for (LabelFlip flip : same.flips()) {
                        assertThat(flip.value()).isNull();
                        assertThat(flip.firstValue()).isNull();
                        assertThat(flip.firstZ()).isNull();
                        assertThat(flip.distance()).isEqualTo(Math.abs(flip.z()));
                    }
                    assertThat(same.flips())
                            .extracting(LabelFlip::label)
                            .containsAll(instrument.flips().stream()
                                    .map(LabelFlip::label)
                                    .toList());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    private static ReleaseFlips only(
            KnownInputs inputs,
            Instant asOf,
            Instant at,
            List<AssumedRelease> scheduled,
            List<AssumedRelease> expected) {
        return FlipMap.of(inputs, asOf, List.of(new AssumedInstant(at, scheduled, expected))).releases().stream()
                .findFirst()
                .orElseThrow();
    }

    /// A release that is only likely leaves the announced ones of its instant as they are.
    @Test
    void anExpectedReleaseChangesNoOtherOfItsInstant() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(50);
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        AssumedRelease cpi = expected(next(releases, "us-cpi", asOf));
        AssumedRelease gdp = expected(next(releases, "us-gdp", asOf));
        Instant at = asOf.plusSeconds(3 * Samples.DAY);

        FlipMap both = FlipMap.of(inputs, asOf, List.of(new AssumedInstant(at, List.of(cpi), List.of(gdp))));
        FlipMap alone = FlipMap.of(inputs, asOf, List.of(new AssumedInstant(at, List.of(cpi), List.of())));
        FlipMap together = FlipMap.of(inputs, asOf, List.of(new AssumedInstant(at, List.of(gdp, cpi), List.of())));

        assertThat(both.releases()).hasSize(2);
        assertThat(both.releases().getFirst().instruments())
                .isEqualTo(alone.releases().getFirst().instruments());
        assertThat(both.releases().getLast().instruments())
                .isEqualTo(together.releases().getLast().instruments())
                .isNotEmpty();
    }

    private static ObservedRelease next(
            Map<IndicatorId, List<ObservedRelease>> releases, String indicator, Instant asOf) {
        return Objects.requireNonNull(releases.get(new IndicatorId(indicator))).stream()
                .filter(release -> release.releasedAt().isAfter(asOf))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anInstantThatIsNotToComeIsRefused() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(51);
        Instant asOf = BiasFixture.day(2000);
        AssumedRelease cpi = expected(next(releases, "us-cpi", asOf));

        assertThatThrownBy(() -> FlipMap.of(
                        inputs(SignalMode.LATEST, releases),
                        asOf,
                        List.of(new AssumedInstant(asOf, List.of(cpi), List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not after");
    }
}
