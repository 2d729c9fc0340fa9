package org.macroedge.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Cases;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

/// Laws over random prints of 240 months.
class RegimeLawsTest {

    private static final int MONTHS = 240;
    private static final Instant END = Instant.parse("2020-01-01T00:00:00Z");

    private static final List<Indicator> INDICATORS = List.of(
            RegimeFixture.indicator("us-a", Category.SURVEYS, Frequency.MONTHLY, "level", 1, 2),
            RegimeFixture.indicator("us-b", Category.LABOUR, Frequency.MONTHLY, "level", -1, 3),
            RegimeFixture.indicator("us-c", Category.INFLATION, Frequency.MONTHLY, "yoy", 1, 3),
            RegimeFixture.indicator("us-d", Category.INFLATION, Frequency.MONTHLY, "mom", 1, 1));

    private static Map<IndicatorId, List<ObservedRelease>> walks(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>();
        INDICATORS.forEach(indicator -> releases.put(indicator.id(), RegimeFixture.walk(indicator, MONTHS, random)));
        return releases;
    }

    private static RegimeModel model(
            Region region, List<Indicator> indicators, Map<IndicatorId, List<ObservedRelease>> releases) {
        return new RegimeModel(region, indicators, releases, new SecondOpinions());
    }

    private static List<RegimeMonth> history(Map<IndicatorId, List<ObservedRelease>> releases, Instant asOf) {
        return model(Region.US, INDICATORS, releases).history(asOf);
    }

    private static Map<IndicatorId, List<ObservedRelease>> known(
            Map<IndicatorId, List<ObservedRelease>> releases, Instant asOf) {
        Map<IndicatorId, List<ObservedRelease>> known = new HashMap<>();
        releases.forEach((id, all) -> known.put(
                id,
                all.stream()
                        .filter(release -> release.releasedAt().isBefore(asOf))
                        .toList()));
        return known;
    }

    @Test
    void aStandingIsTheLastMonthOfTheHistory() {
        boolean held = false;
        boolean free = false;
        for (long seed = 1; seed <= 3; seed++) {
            Map<IndicatorId, List<ObservedRelease>> releases = walks(seed);
            RegimeModel model = model(Region.US, INDICATORS, releases);
            for (RegimeMonth month : history(releases, END)) {
                Instant asOf = Instant.ofEpochSecond(RegimeComposite.end(month.month()));
                RegimeStanding standing = model.standing(asOf).orElseThrow();
                assertThat(standing)
                        .as("seed %d, %s", seed, month.month())
                        .isEqualTo(new RegimeStanding(
                                month.month(),
                                month.quadrant(),
                                month.month().minusMonths(month.dwell() - 1),
                                month.growth().composite(),
                                month.inflation().composite(),
                                isHeld(month.growth()) || isHeld(month.inflation())));
                held |= standing.held();
                free |= !standing.held() && standing.quadrant() != Quadrant.UNDETERMINED;
            }
        }
        assertThat(held && free).isTrue();
        assertThat(model(Region.US, INDICATORS, Map.of()).standing(END)).isEmpty();
    }

    private static boolean isHeld(AxisReading reading) {
        Double composite = reading.composite();
        if (composite == null || reading.state() == AxisState.UNDETERMINED) {
            return false;
        }
        return (reading.state() == AxisState.UP ? composite : -composite) <= 0.25;
    }

    @Test
    void laterDataNeverChangeAnEarlierMonthEnd() {
        for (long seed = 1; seed <= 5; seed++) {
            Map<IndicatorId, List<ObservedRelease>> releases = walks(seed);
            List<RegimeMonth> whole = history(releases, END);
            for (int month : new int[] {1, 20, 40, 77, 130, 200}) {
                Instant asOf = Instant.ofEpochSecond(
                        RegimeComposite.end(YearMonth.of(2000, 1).plusMonths(month)));
                List<RegimeMonth> then = history(known(releases, asOf), asOf);
                assertThat(then).as("seed %d, month %d", seed, month).isEqualTo(whole.subList(0, month + 1));
                assertThat(history(releases, asOf))
                        .as("seed %d, month %d", seed, month)
                        .isEqualTo(then);
            }
        }
    }

    @Test
    void theOrderOfRowsLeavesNoTrace() {
        Map<IndicatorId, List<ObservedRelease>> releases = walks(7);
        Indicator first = INDICATORS.getFirst();
        List<ObservedRelease> twice = new ArrayList<>(releases.get(first.id()));
        twice.add(RegimeFixture.release(first, RegimeFixture.middle(100), "7", null));
        twice.add(RegimeFixture.release(first, RegimeFixture.middle(100), "-9", "3"));
        twice.add(RegimeFixture.release(first, RegimeFixture.middle(100), "-9", "2"));
        releases.put(first.id(), twice);
        List<RegimeMonth> before = history(releases, END);
        Map<IndicatorId, List<ObservedRelease>> shuffled = new HashMap<>();
        releases.forEach((id, all) -> {
            List<ObservedRelease> other = new ArrayList<>(all);
            Collections.shuffle(other, new Random(3));
            shuffled.put(id, other);
        });
        assertThat(model(Region.US, INDICATORS.reversed(), shuffled).history(END))
                .isEqualTo(before);
    }

    @Test
    void everyMonthEndHoldsItsInvariants() {
        List<RegimeMonth> history = history(walks(11), END);
        assertThat(history).hasSize(MONTHS);
        assertThat(history.getLast().month()).isEqualTo(YearMonth.of(2019, 12));
        assertThat(history).extracting(RegimeMonth::quadrant).contains(Quadrant.values());
        for (RegimeMonth month : history) {
            QuadrantOdds odds = month.odds();
            if (odds != null) {
                assertThat(odds.goldilocks() + odds.reflation() + odds.stagflation() + odds.slowdown())
                        .isCloseTo(1, within(1e-12));
                assertThat(odds.goldilocks() + odds.reflation())
                        .isCloseTo(month.growth().up(), within(1e-12));
                assertThat(odds.stagflation() + odds.reflation())
                        .isCloseTo(month.inflation().up(), within(1e-12));
                assertThat(List.of(odds.goldilocks(), odds.reflation(), odds.stagflation(), odds.slowdown()))
                        .allMatch(value -> value >= 0 && value <= 1);
            }
            assertThat(month.correlation()).isBetween(-1.0, 1.0);
            assertThat(month.dwell()).isPositive();
        }
    }

    /// Every formula is odd in the momenta, so that a region in a mirror has every axis turned.
    @Test
    void oppositePolaritiesTurnBothAxes() {
        List<Indicator> mirrored = INDICATORS.stream()
                .map(indicator -> indicator.polarity() == 1
                        ? Cases.opposite(indicator)
                        : RegimeFixture.indicator(
                                indicator, "level", 1, 3, Stage.FIRST, "g", PreviousRefersTo.PRIOR_PERIOD, null))
                .toList();
        List<RegimeMonth> history = history(walks(13), END);
        List<RegimeMonth> turned = model(Region.US, mirrored, walks(13)).history(END);
        for (int month = 0; month < MONTHS; month++) {
            Double composite = history.get(month).growth().composite();
            assertThat(turned.get(month).growth().composite()).isEqualTo(composite == null ? null : 0.0 - composite);
            assertThat(turned.get(month).growth().distance())
                    .isEqualTo(history.get(month).growth().distance());
            assertThat(turned.get(month).dwell()).isEqualTo(history.get(month).dwell());
        }
    }

    @Test
    void theSharesOfThoseWithAMomentumAddUpToOne() {
        RegimeModel model = model(Region.US, INDICATORS, walks(17));
        List<RegimeMember> members = model.growthMembers(YearMonth.of(2015, 6));
        assertThat(members)
                .extracting(member -> member.indicator().id().value())
                .containsExactly("us-a", "us-b");
        assertThat(members).extracting(RegimeMember::share).containsExactly(2 / 5.0, 3 / 5.0);
        assertThat(members).allMatch(member -> member.momentum() != null);
        List<RegimeMember> early = model.inflationMembers(YearMonth.of(2000, 6));
        assertThat(early).hasSize(2).allMatch(member -> member.momentum() == null && member.share() == 0);
    }

    /// The survey (weight 2 of 5) stops: the axis rests on the other one, and has no value once that stops too.
    @Test
    void anAxisNeedsHalfOfItsWeight() {
        Map<IndicatorId, List<ObservedRelease>> releases = walks(19);
        IndicatorId survey = new IndicatorId("us-a");
        IndicatorId labour = new IndicatorId("us-b");
        releases.put(survey, releases.get(survey).subList(0, 150));
        assertThat(history(releases, END).getLast().growth().composite()).isNotNull();
        releases.put(survey, walks(19).get(survey));
        releases.put(labour, releases.get(labour).subList(0, 150));
        AxisReading growth = history(releases, END).getLast().growth();
        assertThat(growth.composite()).isNull();
        assertThat(growth.state()).isEqualTo(AxisState.UNDETERMINED);
        assertThat(growth.up()).isNull();
        assertThat(growth.distance()).isNull();
    }

    @Test
    void anIndicatorCountsWhileItIsInForce() {
        List<Indicator> later = INDICATORS.stream()
                .map(indicator -> indicator.id().value().equals("us-b")
                        ? RegimeFixture.indicator(
                                indicator,
                                "level",
                                -1,
                                3,
                                Stage.FIRST,
                                "g",
                                PreviousRefersTo.PRIOR_PERIOD,
                                LocalDate.of(2012, 3, 1))
                        : indicator)
                .toList();
        RegimeModel model = model(Region.US, later, walks(23));
        assertThat(model.growthMembers(YearMonth.of(2012, 1))).hasSize(1);
        assertThat(model.growthMembers(YearMonth.of(2012, 3))).hasSize(2);
    }

    @Test
    void aRegionWithoutDataIsUndetermined() {
        assertThat(model(Region.JP, INDICATORS, walks(1)).history(END)).isEmpty();
        assertThat(history(Map.of(), END)).isEmpty();
        IndicatorId survey = new IndicatorId("us-a");
        List<RegimeMonth> alone = history(Map.of(survey, walks(1).get(survey)), END);
        assertThat(alone).extracting(RegimeMonth::quadrant).containsOnly(Quadrant.UNDETERMINED);
        assertThat(alone.getLast().dwell()).isEqualTo(MONTHS);
        assertThat(alone.getLast().odds()).isNull();
    }

    @Test
    void aRegionThatNeverMovesIsUndeterminedWithoutCertainty() {
        Map<IndicatorId, List<ObservedRelease>> constant = new HashMap<>();
        INDICATORS.forEach(
                indicator -> constant.put(indicator.id(), RegimeFixture.months(indicator, new double[MONTHS])));
        constant.put(new IndicatorId("us-b"), List.of());
        Indicator survey = INDICATORS.getFirst();
        List<RegimeMonth> history =
                model(Region.US, List.of(survey, INDICATORS.get(2)), constant).history(END);
        RegimeMonth last = history.getLast();
        assertThat(last.quadrant()).isEqualTo(Quadrant.UNDETERMINED);
        assertThat(last.growth().composite()).isZero();
        assertThat(last.growth().up()).isEqualTo(0.5);
        assertThat(last.correlation()).isZero();
        assertThat(last.odds()).isEqualTo(new QuadrantOdds(0.25, 0.25, 0.25, 0.25));
    }
}
