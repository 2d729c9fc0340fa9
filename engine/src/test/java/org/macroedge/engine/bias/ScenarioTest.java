package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.scenario.AssumedRelease;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.engine.scenario.Flip;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.scenario.Scenario;
import org.macroedge.engine.scenario.Sensitivity;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;

/// What holds of every scenario.
class ScenarioTest {

    private static final IndicatorId CPI = new IndicatorId("us-cpi");
    private static final double CLIP = 4;

    private static KnownInputs inputs(SignalMode mode, Map<IndicatorId, List<ObservedRelease>> releases) {
        Map<IndicatorId, List<StandardisedSurprise>> surprises =
                new SurpriseCalculator().calculate(BiasFixture.INDICATORS, releases);
        return new KnownInputs(
                BiasFixture.INDICATORS,
                List.of(Samples.SPX, Samples.EURUSD, Samples.WTI),
                Samples.weights(mode),
                surprises);
    }

    private static List<Instant> instants(Map<IndicatorId, List<ObservedRelease>> releases) {
        return releases.values().stream()
                .flatMap(List::stream)
                .map(ObservedRelease::releasedAt)
                .distinct()
                .sorted()
                .toList();
    }

    private static AssumedRelease assumed(ObservedRelease release, Figure figure) {
        return new AssumedRelease(release.releaseId(), release.indicator(), release.forecasts(), figure);
    }

    /// The scenario, asked a second before, of all figures of an instant as they came.
    private static Scenario comeTrue(KnownInputs inputs, Map<IndicatorId, List<ObservedRelease>> releases, Instant at) {
        List<AssumedRelease> come = releases.values().stream()
                .flatMap(List::stream)
                .filter(release -> release.releasedAt().equals(at))
                .map(release -> assumed(release, new Figure.Published(release.actual())))
                .toList();
        return Scenario.of(inputs, at.minusSeconds(1), at, come);
    }

    /// Whatever comes later, and from the first release of all on, so that scales and weights change too.
    @ParameterizedTest
    @EnumSource
    void theFiguresThatComeTrueGiveTheBitsOfTheRunAtTheirInstant(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(21);
        KnownInputs inputs = inputs(mode, releases);
        BiasModel model = BiasFixture.model(mode, releases, Map.of());
        int compared = 0;
        for (Instant at : instants(releases)) {
            List<InstrumentBias> after = comeTrue(inputs, releases, at).after();
            List<InstrumentBias> run = model.at(at);
            for (int instrument = 0; instrument < run.size(); instrument++) {
                assertThat(after.get(instrument).z())
                        .isEqualTo(run.get(instrument).z());
                assertThat(after.get(instrument).label())
                        .isEqualTo(run.get(instrument).label());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(900);
    }

    /// As above, with releases of which no source expected anything: what is computed from their own prints is the
    /// base.
    @ParameterizedTest
    @EnumSource
    void thatHoldsOfReleasesWithoutAForecastToo(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(30);
        releases.replaceAll((id, own) -> own.stream()
                .map(release -> release.releaseId().hashCode() % 3 == 0 ? release : Cases.unexpected(release))
                .toList());
        KnownInputs inputs = inputs(mode, releases);
        BiasModel model = BiasFixture.model(mode, releases, Map.of());
        int computed = 0;
        for (Instant at : instants(releases)) {
            Scenario scenario = comeTrue(inputs, releases, at);
            List<InstrumentBias> run = model.at(at);
            for (int instrument = 0; instrument < run.size(); instrument++) {
                assertThat(scenario.after().get(instrument).z())
                        .isEqualTo(run.get(instrument).z());
            }
            for (StandardisedSurprise surprise : scenario.surprises()) {
                IndicatorId id = surprise.release().indicator();
                assertThat(inputs.surprises().get(id).stream()
                                .filter(known -> known.release()
                                        .releaseId()
                                        .equals(surprise.release().releaseId()))
                                .map(StandardisedSurprise::forecast))
                        .containsExactly(surprise.forecast());
                computed += surprise.marks().contains(Mark.NAIVE_FORECAST)
                                || surprise.marks().contains(Mark.MODEL_FORECAST)
                        ? 1
                        : 0;
            }
        }
        assertThat(computed).isGreaterThan(100);
    }

    @Test
    void laterReleasesChangeNothing() {
        Map<IndicatorId, List<ObservedRelease>> all = BiasFixture.random(22);
        Instant asOf = BiasFixture.day(1500);
        Map<IndicatorId, List<ObservedRelease>> known = new HashMap<>();
        all.forEach((id, releases) -> known.put(
                id,
                releases.stream()
                        .filter(release -> !release.releasedAt().isAfter(asOf))
                        .toList()));
        List<AssumedRelease> next = List.of(assumed(next(all, CPI, asOf), new Figure.Size(2)));
        Instant at = BiasFixture.day(1531);

        assertThat(Scenario.of(inputs(SignalMode.LATEST, all), asOf, at, next))
                .isEqualTo(Scenario.of(inputs(SignalMode.LATEST, known), asOf, at, next));
    }

    private static ObservedRelease next(
            Map<IndicatorId, List<ObservedRelease>> releases, IndicatorId indicator, Instant asOf) {
        return Objects.requireNonNull(releases.get(indicator)).stream()
                .filter(release -> release.releasedAt().isAfter(asOf))
                .findFirst()
                .orElseThrow();
    }

    /// Asked for in σ, and looked at as what it became.
    @Test
    void aFigureInSigmaHasThatSizeAndOneAsExpectedHasNone() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(23);
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        ObservedRelease next = next(releases, CPI, asOf);
        for (double z : new double[] {-3, -0.5, 1.25, 3}) {
            StandardisedSurprise surprise = Scenario.of(
                            inputs, asOf, next.releasedAt(), List.of(assumed(next, new Figure.Size(z))))
                    .surprises()
                    .getFirst();
            assertThat(Objects.requireNonNull(surprise.z())).isCloseTo(z, within(1e-12));
        }
        assertThat(Scenario.of(inputs, asOf, next.releasedAt(), List.of(assumed(next, Figure.EXPECTED)))
                        .surprises()
                        .getFirst()
                        .surprise())
                .isEqualByComparingTo(BigDecimal.ZERO);
    }

    /// Each flip against full computations at the values around it.
    @ParameterizedTest
    @EnumSource
    void aFlipIsWhereFullComputationsChange(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(24);
        KnownInputs inputs = inputs(mode, releases);
        int labels = 0;
        int signs = 0;
        for (Instant asOf : List.of(BiasFixture.day(700), BiasFixture.day(1400), BiasFixture.day(2500))) {
            for (IndicatorId indicator : List.of(CPI, new IndicatorId("de-ifo"), new IndicatorId("us-gdp"))) {
                ObservedRelease next = next(releases, indicator, asOf);
                for (int instrument = 0; instrument < 2; instrument++) {
                    Instant at = next.releasedAt();
                    InstrumentBias expected = after(inputs, asOf, at, next, Figure.EXPECTED, instrument);
                    Optional<Sensitivity> sensitivity = Sensitivity.of(expected, next.releaseId(), CLIP);
                    for (Flip flip : sensitivity.map(Sensitivity::flips).orElse(List.of())) {
                        BigDecimal first = flip.firstValue();
                        if (first == null) {
                            continue;
                        }
                        boolean higher =
                                (flip.positive() == (sensitivity.orElseThrow().weight() > 0));
                        BigDecimal before =
                                higher ? first.subtract(new BigDecimal("0.1")) : first.add(new BigDecimal("0.1"));
                        InstrumentBias beyond = after(inputs, asOf, at, next, new Figure.Published(first), instrument);
                        InstrumentBias not = after(inputs, asOf, at, next, new Figure.Published(before), instrument);
                        if (flip.label() == null) {
                            assertThat(Math.signum(z(beyond))).isEqualTo(flip.positive() ? 1 : -1);
                            assertThat(Math.signum(z(not))).isNotEqualTo(Math.signum(z(beyond)));
                            signs++;
                        } else {
                            assertThat(beyond.label()).isEqualTo(flip.label());
                            assertThat(not.label()).isNotEqualTo(flip.label());
                            labels++;
                        }
                        assertThat(Math.abs(flip.z())).isLessThanOrEqualTo(CLIP);
                    }
                }
            }
        }
        assertThat(labels).isGreaterThan(10);
        assertThat(signs).isGreaterThan(5);
    }

    private static double z(InstrumentBias bias) {
        return Objects.requireNonNull(bias.z());
    }

    private static InstrumentBias after(
            KnownInputs inputs, Instant asOf, Instant at, ObservedRelease next, Figure figure, int instrument) {
        return Scenario.of(inputs, asOf, at, List.of(assumed(next, figure)))
                .after()
                .get(instrument);
    }

    @Test
    void zIsLinearUpToTheClipAndFlatBeyond() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(25);
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        ObservedRelease next = next(releases, CPI, asOf);
        InstrumentBias expected = after(inputs, asOf, next.releasedAt(), next, Figure.EXPECTED, 0);
        Sensitivity sensitivity =
                Sensitivity.of(expected, next.releaseId(), CLIP).orElseThrow();

        assertThat(sensitivity.at(0)).isEqualTo(z(expected));
        for (double z : new double[] {-6, -4, -1.5, 0.7, 3, 4, 9}) {
            InstrumentBias full = after(inputs, asOf, next.releasedAt(), next, new Figure.Size(z), 0);
            assertThat(sensitivity.at(z)).isCloseTo(z(full), within(1e-12));
        }
        assertThat(sensitivity.at(9)).isEqualTo(sensitivity.at(4)).isNotEqualTo(sensitivity.at(3.9));
    }

    /// No weight, no σ yet.
    @Test
    void aReleaseThatDoesNotCountHasNoSensitivity() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(26);
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        ObservedRelease next = next(releases, CPI, asOf);
        InstrumentBias wti = after(inputs, asOf, next.releasedAt(), next, new Figure.Size(1), 2);
        assertThat(Sensitivity.of(wti, next.releaseId(), CLIP)).isEmpty();

        ObservedRelease first = releases.get(CPI).getFirst();
        Scenario early = Scenario.of(
                inputs,
                first.releasedAt().minusSeconds(1),
                first.releasedAt(),
                List.of(assumed(first, new Figure.Size(2))));
        assertThat(early.surprises().getFirst().reason()).isEqualTo(StandardisedSurprise.Reason.INSUFFICIENT_HISTORY);
        @Nullable Double none = early.after().getFirst().z();
        assertThat(none).isNull();
    }

    /// The sign still turns where too little is known for a label.
    @Test
    void aBiasWithoutALabelHasFlipsOfItsSignOnly() {
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>(BiasFixture.random(28));
        releases.keySet().retainAll(List.of(CPI));
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        ObservedRelease next = next(releases, CPI, asOf);
        InstrumentBias euro = after(inputs, asOf, next.releasedAt(), next, new Figure.Size(1), 1);
        Sensitivity sensitivity = Sensitivity.of(euro, next.releaseId(), CLIP).orElseThrow();

        assertThat(euro.reason()).isEqualTo(NoLabel.THIN_COVERAGE);
        assertThat(sensitivity.label(sensitivity.at(1))).isNull();
        assertThat(sensitivity.flips()).allMatch(flip -> flip.label() == null);
        assertThat(sensitivity.clip()).isEqualTo(CLIP);
    }

    @Test
    void theLabelOfAFigureIsThatOfTheFullComputation() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(29);
        KnownInputs inputs = inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        ObservedRelease next = next(releases, CPI, asOf);
        InstrumentBias expected = after(inputs, asOf, next.releasedAt(), next, Figure.EXPECTED, 0);
        Sensitivity sensitivity =
                Sensitivity.of(expected, next.releaseId(), CLIP).orElseThrow();
        for (double z : new double[] {-4, -2, 0, 2, 4}) {
            assertThat(sensitivity.label(sensitivity.at(z)))
                    .isEqualTo(after(inputs, asOf, next.releasedAt(), next, new Figure.Size(z), 0)
                            .label());
        }
    }

    @Test
    void anInstantThatIsNotToComeIsRefused() {
        KnownInputs inputs = inputs(SignalMode.LATEST, BiasFixture.random(27));
        Instant now = BiasFixture.day(100);
        assertThatThrownBy(() -> Scenario.of(inputs, now, now, new ArrayList<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not after");
    }
}
