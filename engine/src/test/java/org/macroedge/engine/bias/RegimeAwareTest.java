package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.regime.QuadrantTimeline;
import org.macroedge.engine.regime.RegimeModel;
import org.macroedge.engine.regime.RegimeMonth;
import org.macroedge.engine.regime.SecondOpinions;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.scenario.AssumedRelease;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.scenario.Scenario;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.engine.waterfall.WaterfallPart;

/// The laws of every bias, with weights that depend on the quadrant at the release of each
/// signal.
class RegimeAwareTest {

    private static final double LAST_DAY = 4_700;

    private static List<Instant> releasedAt(Map<IndicatorId, List<ObservedRelease>> releases) {
        return releases.values().stream()
                .flatMap(List::stream)
                .map(ObservedRelease::releasedAt)
                .distinct()
                .sorted()
                .toList();
    }

    private static Instant random(SplittableRandom random, Instant from, Instant to) {
        return Instant.ofEpochSecond(random.nextLong(from.getEpochSecond(), to.getEpochSecond() + 1));
    }

    private static double z(InstrumentBias bias) {
        @Nullable Double z = bias.z();
        return z == null ? 0 : z;
    }

    private static double sum(List<WaterfallPart> parts) {
        return parts.stream().mapToDouble(WaterfallPart::part).sum();
    }

    private static RegimeModel regime(Region region, Map<IndicatorId, List<ObservedRelease>> releases) {
        return new RegimeModel(region, RegimeAwareFixture.INDICATORS, releases, new SecondOpinions());
    }

    /// By the regime's own answers: the last month-end at or before the second before the
    /// release.
    private static Quadrant quadrant(RegimeModel regime, Instant releasedAt) {
        List<RegimeMonth> months = regime.history(releasedAt.minusSeconds(1));
        return months.isEmpty() ? Quadrant.UNDETERMINED : months.getLast().quadrant();
    }

    @Test
    void aSignalHasTheWeightOfTheQuadrantAtItsRelease() {
        Map<IndicatorId, List<ObservedRelease>> releases = RegimeAwareFixture.random(1);
        BiasModel model = RegimeAwareFixture.model(SignalMode.LATEST, releases);
        RegimeModel regime = regime(Region.US, releases);
        WeightSet weights = RegimeAwareFixture.weights(SignalMode.LATEST);
        Set<Quadrant> seen = EnumSet.noneOf(Quadrant.class);
        for (double day = 600; day < LAST_DAY; day += 17) {
            for (Contribution one : model.at(0, RegimeAwareFixture.day(day)).contributions()) {
                Quadrant quadrant = quadrant(regime, one.surprise().release().releasedAt());
                double direction = weights.direction(
                        Samples.SPX.directionClass(), one.indicator().category(), quadrant);
                assertThat(Math.signum(one.weight())).isEqualTo(Math.signum(direction));
                seen.add(quadrant);
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        Quadrant.GOLDILOCKS, Quadrant.REFLATION, Quadrant.STAGFLATION, Quadrant.UNDETERMINED);
    }

    /// At every release, and a second before and after each month-end.
    @ParameterizedTest
    @EnumSource
    void aHistoryEqualsSingleAnswersAndTheirContributionsToTheBit(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> releases = RegimeAwareFixture.random(2);
        BiasModel model = RegimeAwareFixture.model(mode, releases);
        long[] seconds = releasedAt(releases).stream()
                .flatMapToLong(at -> {
                    long end = QuadrantTimeline.monthEnd(at.getEpochSecond());
                    return LongStream.of(at.getEpochSecond(), end - 1, end, end + 1);
                })
                .sorted()
                .distinct()
                .toArray();
        double[][] history = model.history(seconds);
        List<BiasPoints> points = model.points(new int[] {0, 1, 2}, seconds);
        for (int at = 0; at < seconds.length; at++) {
            List<InstrumentBias> single = model.at(Instant.ofEpochSecond(seconds[at]));
            for (int instrument = 0; instrument < single.size(); instrument++) {
                InstrumentBias bias = single.get(instrument);
                @Nullable Double z = bias.z();
                assertThat(Double.valueOf(history[instrument][at]))
                        .isEqualTo(z == null ? Double.valueOf(Double.NaN) : z);
                if (z != null) {
                    double sum = 0;
                    for (Contribution contribution : bias.contributions()) {
                        sum += contribution.contribution();
                    }
                    assertThat(sum).isEqualTo(z);
                }
                InstrumentBias point = points.get(instrument).at(at);
                assertThat(point.health()).isEqualTo(bias.health());
                assertThat(point.composition()).isEqualTo(bias.composition());
                assertThat(point.reason()).isEqualTo(bias.reason());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void laterReleasesNeverChangeAnEarlierAnswer(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> whole = RegimeAwareFixture.random(3);
        BiasModel model = RegimeAwareFixture.model(mode, whole);
        SplittableRandom random = new SplittableRandom(17);
        for (int draw = 0; draw < 60; draw++) {
            Instant asOf = RegimeAwareFixture.day(random.nextDouble(0, LAST_DAY));
            Map<IndicatorId, List<ObservedRelease>> known = RegimeAwareFixture.until(whole, asOf);
            assertThat(RegimeAwareFixture.model(mode, known).at(asOf))
                    .as("as of %s", asOf)
                    .isEqualTo(model.at(asOf));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noOrderOfTheInputsChangesABit(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> releases = RegimeAwareFixture.random(4);
        Map<IndicatorId, List<ObservedRelease>> shuffled = new HashMap<>();
        releases.forEach((id, own) -> {
            List<ObservedRelease> other = new ArrayList<>(own);
            Collections.shuffle(other, new Random(5));
            shuffled.put(id, other);
        });
        for (double day = 0; day < LAST_DAY; day += 41) {
            assertThat(RegimeAwareFixture.model(mode, shuffled).at(RegimeAwareFixture.day(day)))
                    .isEqualTo(RegimeAwareFixture.model(mode, releases).at(RegimeAwareFixture.day(day)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePartsOfAChangeAddUpOverSubintervalsToo(SignalMode mode) {
        BiasModel model = RegimeAwareFixture.model(mode, RegimeAwareFixture.random(6));
        SplittableRandom random = new SplittableRandom(7);
        int changed = 0;
        for (int round = 0; round < 300; round++) {
            Instant from = random(random, RegimeAwareFixture.day(-10), RegimeAwareFixture.day(LAST_DAY));
            Instant to = random(random, from, RegimeAwareFixture.day(LAST_DAY + 100));
            Instant between = random(random, from, to);
            for (int instrument = 0; instrument < 3; instrument++) {
                double change = z(model.at(instrument, to)) - z(model.at(instrument, from));
                List<WaterfallPart> parts = model.change(instrument, from, to);
                assertThat(sum(parts)).isCloseTo(change, within(1e-9));
                Map<PartKind, Double> sums = byKind(model.change(instrument, from, between));
                byKind(model.change(instrument, between, to))
                        .forEach((kind, part) -> sums.merge(kind, part, Double::sum));
                byKind(parts).forEach((kind, part) -> assertThat(sums.get(kind)).isCloseTo(part, within(1e-9)));
                changed += change == 0 ? 0 : 1;
            }
        }
        assertThat(changed).isGreaterThan(400);
    }

    private static Map<PartKind, Double> byKind(List<WaterfallPart> parts) {
        Map<PartKind, Double> sums = new EnumMap<>(PartKind.class);
        parts.forEach(part -> sums.merge(part.kind(), part.part(), Double::sum));
        return sums;
    }

    /// Over the one second in which the quadrant of the United States moves.
    @ParameterizedTest
    @EnumSource
    void aMonthEndThatMovesTheQuadrantIsBookedAsScale(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> releases = RegimeAwareFixture.random(8);
        BiasModel model = RegimeAwareFixture.model(mode, releases);
        Set<Quadrant> to = EnumSet.noneOf(Quadrant.class);
        int ended = 0;
        int began = 0;
        for (long second : new QuadrantTimeline(RegimeAwareFixture.INDICATORS, RegimeAwareFixture.surprises(releases))
                .changes(Region.US)
                .toArray()) {
            Instant at = Instant.ofEpochSecond(second);
            if (releasedAt(releases).contains(at)) {
                continue;
            }
            InstrumentBias before = model.at(0, at.minusSeconds(1));
            InstrumentBias after = model.at(0, at);
            Map<PartKind, Double> kinds = byKind(model.change(0, at.minusSeconds(1), at));
            assertThat(kinds).doesNotContainKeys(PartKind.ACTIVATION, PartKind.RELEASE);
            double decay = kinds.getOrDefault(PartKind.DECAY, 0.0);
            assertThat(kinds.getOrDefault(PartKind.SCALE, 0.0)).isCloseTo(z(after) - z(before) - decay, within(1e-12));
            ended += before.z() != null && z(before) != 0 && after.z() == null ? 1 : 0;
            began += before.z() == null && after.z() != null && z(after) != 0 ? 1 : 0;
            if (after.z() == null && before.z() != null) {
                assertThat(after.health().coverage()).isEqualTo(before.health().coverage());
                assertThat(after.missing()).isEqualTo(before.missing());
            }
            to.add(quadrant(regime(Region.US, releases), at));
        }
        assertThat(to).hasSizeGreaterThan(3);
        assertThat(ended).as("scales that became 0").isPositive();
        assertThat(began).as("scales that had been 0").isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void oneReleaseAfterAnotherGivesTheBitsOfTheWholeModel(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> releases = RegimeAwareFixture.random(9);
        BiasModel whole = RegimeAwareFixture.model(mode, releases);
        for (double start : new double[] {-30, 1_700.3, 3_000}) {
            Instant from = RegimeAwareFixture.day(start);
            LiveBias live = whole.live(from);
            List<StandardisedSurprise> arriving = RegimeAwareFixture.surprises(releases).values().stream()
                    .flatMap(List::stream)
                    .filter(surprise -> surprise.release().releasedAt().isAfter(from))
                    .sorted(Comparator.comparing(surprise -> surprise.release().releasedAt()))
                    .toList();
            for (int index = 0; index < arriving.size(); index++) {
                Instant at = arriving.get(index).release().releasedAt();
                live.release(arriving.get(index));
                if (index + 1 == arriving.size()
                        || arriving.get(index + 1).release().releasedAt().isAfter(at)) {
                    assertBits(whole, live, at);
                }
            }
            assertBits(whole, live, Instant.parse("2030-01-01T00:00:00Z"));
        }
    }

    private static void assertBits(BiasModel whole, LiveBias live, Instant at) {
        double[] bias = new double[3];
        live.at(at.getEpochSecond(), bias);
        double[][] expected = whole.history(new long[] {at.getEpochSecond()});
        assertThat(bias).as("%s", at).containsExactly(expected[0][0], expected[1][0], expected[2][0]);
    }

    /// Each asked up to 40 days before: month-ends lie between.
    @ParameterizedTest
    @EnumSource
    void theFiguresThatComeTrueGiveTheBitsOfTheRunAtTheirInstant(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> releases = RegimeAwareFixture.random(10);
        KnownInputs inputs = RegimeAwareFixture.inputs(mode, releases);
        BiasModel model = RegimeAwareFixture.model(mode, releases);
        List<Instant> instants = releasedAt(releases);
        int acrossMonthEnds = 0;
        for (int index = 1; index < instants.size(); index++) {
            Instant at = instants.get(index);
            Instant asOf = instants.get(index - 1);
            List<AssumedRelease> come = releases.values().stream()
                    .flatMap(List::stream)
                    .filter(release -> release.releasedAt().equals(at))
                    .map(release -> new AssumedRelease(
                            release.releaseId(),
                            release.indicator(),
                            release.forecasts(),
                            new Figure.Published(release.actual())))
                    .toList();
            List<InstrumentBias> after = Scenario.of(inputs, asOf, at, come).after();
            assertThat(IntStream.range(0, after.size())
                            .mapToObj(row -> after.get(row).z()))
                    .as("%s", at)
                    .containsExactlyElementsOf(
                            model.at(at).stream().map(InstrumentBias::z).toList());
            acrossMonthEnds += QuadrantTimeline.monthEnd(asOf.getEpochSecond() + 1) < at.getEpochSecond() ? 1 : 0;
        }
        assertThat(acrossMonthEnds).isGreaterThan(50);
    }

    @Test
    void otherWeightsNeverAskForAQuadrant() {
        Map<IndicatorId, List<StandardisedSurprise>> surprises =
                RegimeAwareFixture.surprises(RegimeAwareFixture.random(11));
        Map<IndicatorId, List<StandardisedSurprise>> forbidden = new AbstractMap<>() {
            @Override
            public Set<Entry<IndicatorId, List<StandardisedSurprise>>> entrySet() {
                throw new AssertionError("a quadrant was asked for");
            }
        };
        BiasModel model = new BiasModel(
                RegimeAwareFixture.INDICATORS,
                RegimeAwareFixture.INSTRUMENTS,
                Samples.weights(SignalMode.LATEST),
                surprises,
                Map.of(),
                new QuadrantTimeline(RegimeAwareFixture.INDICATORS, forbidden));
        Instant at = RegimeAwareFixture.day(2_000);
        model.live(at).at(at.getEpochSecond(), new double[3]);
        assertThat(model.at(at)).hasSize(3);
        assertThat(model.change(0, at.minusSeconds(1), at)).isNotNull();
    }

    /// A figure of one indicator moves the weights of all others of its region from the next
    /// month on.
    @Test
    void anInstrumentReadsEveryIndicatorThatCanMoveItsWeights() {
        BiasModel model = RegimeAwareFixture.model(SignalMode.LATEST, RegimeAwareFixture.random(12));
        assertThat(model.reads(0, Set.of(new IndicatorId("us-orders")))).isTrue();
        assertThat(model.reads(0, Set.of(new IndicatorId("de-ifo")))).isFalse();
        assertThat(model.reads(2, Set.of(new IndicatorId("us-orders")))).isFalse();
    }
}
