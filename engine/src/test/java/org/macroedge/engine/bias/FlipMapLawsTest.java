package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.scenario.AssumedInstant;
import org.macroedge.engine.scenario.AssumedRelease;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.engine.scenario.FlipMap;
import org.macroedge.engine.scenario.InstrumentFlips;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.scenario.ReleaseFlips;
import org.macroedge.engine.scenario.Scenario;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;

/// What has no part in a flip map: what is later, the order of instants, and releases that may not come.
class FlipMapLawsTest {

    /// A weekly indicator with monthly prints: its last one is mostly too old.
    private static final IndicatorId ENDED = new IndicatorId("us-ended");

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
                FlipMap.of(FlipFixture.inputs(SignalMode.SUM, all), asOf, FlipFixture.instants(all, asOf)),
                FlipMap.of(FlipFixture.inputs(SignalMode.SUM, known), asOf, FlipFixture.instants(all, asOf)));
    }

    @Test
    void noOrderOfTheInstantsHasAPartInIt() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(48);
        KnownInputs inputs = FlipFixture.inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        List<AssumedInstant> instants = new ArrayList<>(FlipFixture.instants(releases, asOf));
        FlipMap map = FlipMap.of(inputs, asOf, instants);
        Collections.shuffle(instants, new Random(48));

        assertSame(FlipMap.of(inputs, asOf, instants), map);
        assertThat(map.releases())
                .isSortedAccordingTo((one, other) -> one.releasedAt().compareTo(other.releasedAt()));
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

    /// The flips are those of the forecast from its own prints, as if a source had said it.
    @Test
    void aReleaseOfWhichNoSourceExpectsAnythingFlipsByItsOwnPrints() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(49);
        KnownInputs inputs = FlipFixture.inputs(SignalMode.LATEST, releases);
        int compared = 0;
        for (int day : FlipFixture.AS_OF) {
            Instant asOf = BiasFixture.day(day);
            for (AssumedInstant instant : FlipFixture.instants(releases, asOf)) {
                AssumedRelease known = instant.scheduled().getFirst();
                AssumedRelease none =
                        new AssumedRelease(known.releaseId(), known.indicator(), List.of(), Figure.EXPECTED);
                ReleaseFlips scheduled = only(inputs, asOf, instant.instant(), List.of(none), List.of());
                boolean isTooOld = instant.instant().isAfter(limit(releases, known, asOf));
                assertThat(scheduled.forecastKnown()).isEqualTo(!isTooOld);
                if (isTooOld) {
                    continue;
                }
                ReleaseFlips likely = only(inputs, asOf, instant.instant(), List.of(), List.of(none));
                ObservedForecast own =
                        Objects.requireNonNull(scheduled.surprise().forecast());
                AssumedRelease said = new AssumedRelease(
                        known.releaseId(),
                        known.indicator(),
                        List.of(new ObservedForecast(own.kind(), own.value(), "said", 3, asOf)),
                        Figure.EXPECTED);
                ReleaseFlips exact = only(inputs, asOf, instant.instant(), List.of(said), List.of());

                assertThat(own.source()).isEqualTo("own-prints");
                assertThat(scheduled.scheduled()).isTrue();
                assertThat(likely.scheduled()).isFalse();
                assertThat(scheduled.forecastKnown()).isTrue();
                assertThat(likely.instruments()).isEqualTo(scheduled.instruments());
                assertThat(exact.instruments()).isEqualTo(scheduled.instruments());
                compared += exact.instruments().size();
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    /// What its own prints say is for the next release: a later one flips in σ, and a scenario expects nothing of it.
    @Test
    void aLaterReleaseHasNoForecastFromOwnPrints() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(49);
        KnownInputs inputs = FlipFixture.inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(1400);
        ObservedRelease cpi = FlipFixture.next(releases, "us-cpi", asOf);
        Instant at = asOf.plusSeconds(20 * Samples.DAY);
        AssumedRelease next = new AssumedRelease(cpi.releaseId(), cpi.indicator(), List.of(), Figure.EXPECTED, true);
        AssumedRelease later = new AssumedRelease(cpi.releaseId(), cpi.indicator(), List.of(), Figure.EXPECTED, false);

        assertThat(only(inputs, asOf, at, List.of(next), List.of()).forecastKnown())
                .isTrue();
        for (ReleaseFlips flips : List.of(
                only(inputs, asOf, at, List.of(later), List.of()), only(inputs, asOf, at, List.of(), List.of(later)))) {
            assertThat(flips.forecastKnown()).isFalse();
            assertThat(flips.instruments())
                    .isNotEmpty()
                    .flatExtracting(InstrumentFlips::flips)
                    .allSatisfy(flip -> assertThat(flip.value()).isNull());
        }
        assertThat(Scenario.of(inputs, asOf, at, List.of(next))
                        .surprises()
                        .getFirst()
                        .z())
                .isZero();
        StandardisedSurprise unknown =
                Scenario.of(inputs, asOf, at, List.of(later)).surprises().getFirst();
        assertThat(unknown.forecast()).isNull();
        assertThat(unknown.reason()).isEqualTo(StandardisedSurprise.Reason.NOTHING_EXPECTED);
    }

    /// Until when the last print known says something: two weeks, or two months of 30.4375 days.
    private static Instant limit(Map<IndicatorId, List<ObservedRelease>> releases, AssumedRelease next, Instant asOf) {
        return Objects.requireNonNull(releases.get(next.indicator())).stream()
                .map(ObservedRelease::releasedAt)
                .filter(at -> !at.isAfter(asOf))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .plusSeconds(next.indicator().equals(ENDED) ? 14 * Samples.DAY : 5_259_600);
    }

    @Test
    void beforeTheFirstPrintNothingIsExpectedAndNothingFlips() {
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>(BiasFixture.random(49));
        IndicatorId cpi = new IndicatorId("us-cpi");
        Instant asOf = BiasFixture.day(2000);
        AssumedRelease none = new AssumedRelease(
                FlipFixture.next(releases, "us-cpi", asOf).releaseId(), cpi, List.of(), Figure.EXPECTED);
        releases.remove(cpi);
        ReleaseFlips flips = only(
                FlipFixture.inputs(SignalMode.LATEST, releases),
                asOf,
                asOf.plusSeconds(Samples.DAY),
                List.of(none),
                List.of());

        assertThat(flips.forecastKnown()).isFalse();
        assertThat(flips.surprise().sigma()).isNull();
        assertThat(flips.instruments()).isEmpty();
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
        KnownInputs inputs = FlipFixture.inputs(SignalMode.LATEST, releases);
        Instant asOf = BiasFixture.day(2000);
        AssumedRelease cpi = FlipFixture.expected(FlipFixture.next(releases, "us-cpi", asOf));
        AssumedRelease gdp = FlipFixture.expected(FlipFixture.next(releases, "us-gdp", asOf));
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

    @Test
    void anInstantThatIsNotToComeIsRefused() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(51);
        Instant asOf = BiasFixture.day(2000);
        AssumedRelease cpi = FlipFixture.expected(FlipFixture.next(releases, "us-cpi", asOf));

        assertThatThrownBy(() -> FlipMap.of(
                        FlipFixture.inputs(SignalMode.LATEST, releases),
                        asOf,
                        List.of(new AssumedInstant(asOf, List.of(cpi), List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not after");
    }
}
