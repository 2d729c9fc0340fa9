package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Prior;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.engine.vocabulary.Verdict;

class BiasModelTest {

    @ParameterizedTest
    @EnumSource
    void contributionsAddUpToTheBias(SignalMode mode) {
        BiasModel model = BiasFixture.model(mode, BiasFixture.random(1), Map.of());
        for (int day = 0; day < 3200; day += 13) {
            for (InstrumentBias bias : model.at(BiasFixture.day(day))) {
                if (bias.z() != null) {
                    double sum = bias.contributions().stream()
                            .mapToDouble(Contribution::contribution)
                            .sum();
                    assertThat(sum).isCloseTo(bias.z(), within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryEqualsSingleAnswersToTheBit(SignalMode mode) {
        BiasModel model = BiasFixture.model(mode, BiasFixture.random(2), Map.of());
        long[] seconds = new SplittableRandom(5)
                .longs(
                        1000,
                        BiasFixture.day(-10).getEpochSecond(),
                        BiasFixture.day(3400).getEpochSecond())
                .sorted()
                .toArray();
        double[][] history = model.history(seconds);
        for (int at = 0; at < seconds.length; at++) {
            List<InstrumentBias> single = model.at(Instant.ofEpochSecond(seconds[at]));
            for (int instrument = 0; instrument < single.size(); instrument++) {
                @Nullable Double z = single.get(instrument).z();
                assertThat(Double.valueOf(history[instrument][at]))
                        .isEqualTo(z == null ? Double.valueOf(Double.NaN) : z);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneInstrumentIsAnsweredAsAmongAllOthers(SignalMode mode) {
        BiasModel model = BiasFixture.model(mode, BiasFixture.random(2), Map.of());
        for (int day = -20; day < 3400; day += 37) {
            List<InstrumentBias> all = model.at(BiasFixture.day(day));
            for (int instrument = 0; instrument < all.size(); instrument++) {
                assertThat(model.at(instrument, BiasFixture.day(day)))
                        .as("day %d", day)
                        .isEqualTo(all.get(instrument));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void laterReleasesNeverChangeAnEarlierAnswer(SignalMode mode) {
        Map<IndicatorId, List<ObservedRelease>> whole = BiasFixture.random(3);
        BiasModel model = BiasFixture.model(mode, whole, Map.of());
        SplittableRandom random = new SplittableRandom(17);
        for (int draw = 0; draw < 50; draw++) {
            Instant asOf = BiasFixture.day(random.nextDouble(0, 3300));
            Map<IndicatorId, List<ObservedRelease>> known = new HashMap<>();
            whole.forEach((id, releases) -> known.put(
                    id,
                    releases.stream().filter(r -> !r.releasedAt().isAfter(asOf)).toList()));
            assertThat(BiasFixture.model(mode, known, Map.of()).at(asOf))
                    .as("as of %s", asOf)
                    .isEqualTo(model.at(asOf));
        }
    }

    @Test
    void aReleaseCountsFromItsInstantAndNotASecondBefore() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(4);
        BiasModel model = BiasFixture.model(releases);
        ObservedRelease release = releases.get(new IndicatorId("us-gdp")).get(50);
        assertThat(releaseIds(model, release.releasedAt()))
                .contains(release.releaseId().value());
        assertThat(releaseIds(model, release.releasedAt().minusSeconds(1)))
                .doesNotContain(release.releaseId().value());
    }

    private static List<String> releaseIds(BiasModel model, Instant at) {
        return model.at(at).getFirst().contributions().stream()
                .map(c -> c.surprise().release().releaseId().value())
                .toList();
    }

    @Test
    void scalingAnIndicatorsUnitLeavesTheBiasAlone() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(6);
        Map<IndicatorId, List<ObservedRelease>> scaled = new HashMap<>(releases);
        IndicatorId cpi = new IndicatorId("us-cpi");
        scaled.put(
                cpi,
                releases.get(cpi).stream().map(BiasModelTest::timesThousand).toList());
        double plain =
                BiasFixture.model(releases).at(BiasFixture.day(2000)).getFirst().z();
        double thousand =
                BiasFixture.model(scaled).at(BiasFixture.day(2000)).getFirst().z();
        assertThat(thousand).isCloseTo(plain, within(1e-12));
    }

    private static ObservedRelease timesThousand(ObservedRelease release) {
        BigDecimal thousand = BigDecimal.valueOf(1000);
        ObservedForecast forecast = release.forecasts().getFirst();
        return new ObservedRelease(
                release.releaseId(),
                release.indicator(),
                release.releasedAt(),
                null,
                false,
                release.actual().multiply(thousand),
                null,
                "test",
                List.of(new ObservedForecast(
                        ForecastKind.SURVEY, forecast.value().multiply(thousand), "test", 1, null)),
                Set.of(),
                null);
    }

    @Test
    void withoutAUsableSurpriseThereIsNoHistoryAndTheInstrumentStays() {
        InstrumentBias spx = BiasFixture.model(Map.of()).at(BiasFixture.day(10)).getFirst();
        assertThat(spx.z()).isNull();
        assertThat(spx.score()).isNull();
        assertThat(spx.label()).isNull();
        assertThat(spx.reason()).isEqualTo(NoLabel.NO_HISTORY);
        assertThat(spx.health().value()).isZero();
        assertThat(spx.missing()).extracting(MissingIndicator::reason).containsOnly(MissingIndicator.Reason.NO_RELEASE);
        assertThat(spx.missing().stream().mapToDouble(MissingIndicator::weight).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void withoutALiveSignalTheBiasIsZeroAndHasNoLabel() {
        InstrumentBias spx = BiasFixture.model(BiasFixture.random(7))
                .at(BiasFixture.day(5000))
                .getFirst();
        assertThat(spx.z()).isZero();
        assertThat(spx.score()).isZero();
        assertThat(spx.label()).isNull();
        assertThat(spx.health()).isEqualTo(new DataHealth(0, 0, null, null));
        assertThat(spx.composition()).isEqualTo(new Composition(null, null, null));
        assertThat(spx.parts()).isEmpty();
        assertThat(spx.reason()).isEqualTo(NoLabel.NO_LIVE_SIGNAL);
        assertThat(spx.missing()).extracting(MissingIndicator::reason).containsOnly(MissingIndicator.Reason.ROLLED_OFF);
    }

    @Test
    void healthFallsWhenReleasesAreLate() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(8);
        BiasModel model = BiasFixture.model(releases);
        Instant last = releases.get(new IndicatorId("us-gdp")).getLast().releasedAt();
        DataHealth fresh = model.at(last).getFirst().health();
        assertThat(fresh.freshness()).isEqualTo(1);
        assertThat(model.at(last.plusSeconds(60 * Samples.DAY))
                        .getFirst()
                        .health()
                        .freshness())
                .isZero();
        assertThat(fresh.value()).isCloseTo(fresh.coverage() * fresh.freshness() * fresh.quality(), within(1e-15));
    }

    @Test
    void aCapturedScheduleDecidesLatenessADayAfterIt() {
        Map<IndicatorId, List<ObservedRelease>> releases = BiasFixture.random(9);
        IndicatorId gdp = new IndicatorId("us-gdp");
        Instant last = releases.get(gdp).getLast().releasedAt();
        Instant due = last.plusSeconds(5 * Samples.DAY);
        ScheduledRelease captured =
                new ScheduledRelease(new ReleaseId("us-gdp@2016-01-05"), gdp, due, last, "test", null);
        ScheduledRelease sooner =
                new ScheduledRelease(new ReleaseId("us-gdp@2016-01-06"), gdp, due.plusSeconds(9), last, "test", null);
        ScheduledRelease uncaptured =
                new ScheduledRelease(new ReleaseId("us-gdp@2016-01-07"), gdp, last.plusSeconds(1), null, "test", null);
        ScheduledRelease past =
                new ScheduledRelease(new ReleaseId("us-gdp@2016-01-08"), gdp, last.minusSeconds(1), last, "test", null);
        BiasModel model = BiasFixture.model(releases, Map.of(gdp, List.of(uncaptured, past, captured, sooner)));
        assertThat(model.at(due).getFirst().health().freshness()).isEqualTo(1);
        assertThat(model.at(due.plusSeconds(Samples.DAY)).getFirst().health().freshness())
                .isLessThan(1);
    }

    @Test
    void allZeroSurprisesGiveCoverageWithoutQuality() {
        List<ObservedRelease> zeros = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            zeros.add(Samples.release("us-gdp", month * 30L, "2.0", "2.0"));
        }
        InstrumentBias spx = BiasFixture.model(Map.of(new IndicatorId("us-gdp"), zeros))
                .at(BiasFixture.day(335))
                .getFirst();
        assertThat(spx.z()).isZero();
        assertThat(spx.health().quality()).isNull();
        assertThat(spx.composition().agreement()).isNull();
        assertThat(spx.health().value()).isEqualTo(spx.health().coverage());
        assertThat(spx.reason()).isEqualTo(NoLabel.THIN_COVERAGE);
    }

    @Test
    void aReleaseThatSomeoneDoubtsLeavesTheOldSignalMarked() {
        List<ObservedRelease> releases = new ArrayList<>(Samples.monthly("us-gdp", 20, new SplittableRandom(1)));
        releases.add(Cases.stated(Samples.release("us-gdp", 620, "2.0", null), Verdict.DOUBTFUL));
        BiasModel model = BiasFixture.model(Map.of(new IndicatorId("us-gdp"), releases));
        assertThat(model.at(BiasFixture.day(619))
                        .getFirst()
                        .contributions()
                        .getFirst()
                        .marks())
                .doesNotContain(Mark.SUPERSEDED);
        assertThat(model.at(BiasFixture.day(620))
                        .getFirst()
                        .contributions()
                        .getFirst()
                        .marks())
                .contains(Mark.SUPERSEDED);
    }

    @Test
    void missingSaysWhetherForecastsOrHistoryLack() {
        Map<IndicatorId, List<ObservedRelease>> releases = Map.of(
                new IndicatorId("us-gdp"), List.of(Samples.release("us-gdp", 0, "1", null)),
                new IndicatorId("us-cpi"), List.of(Samples.release("us-cpi", 0, "1", "1")));
        assertThat(BiasFixture.model(releases).at(BiasFixture.day(1)).getFirst().missing())
                .extracting(m -> m.indicator().id().value() + " " + m.reason().code())
                .contains("us-gdp nothing-expected", "us-cpi insufficient-history");
    }

    @Test
    void anOlderDeclaredPeriodPublishedLaterNeverDisplaces() {
        List<ObservedRelease> releases = new ArrayList<>(Samples.monthly("us-gdp", 20, new SplittableRandom(1)));
        ObservedRelease newer = declared("us-gdp", 620, "2016-01-01", LocalDate.of(2016, 8, 1));
        releases.add(newer);
        releases.add(declared("us-gdp", 625, "2016-01-02", LocalDate.of(2016, 7, 1)));
        assertThat(releaseIds(BiasFixture.model(Map.of(new IndicatorId("us-gdp"), releases)), BiasFixture.day(626)))
                .containsExactly(newer.releaseId().value());
    }

    @Test
    void atOneInstantTheLatestPeriodIsInForceAndAnUnknownOneCountsAsNewest() {
        LocalDate july = LocalDate.of(2016, 7, 1);
        LocalDate august = LocalDate.of(2016, 8, 1);
        assertThat(inForce(declared("us-gdp", 620, "2016-01-01", july), declared("us-gdp", 620, "2016-01-02", august)))
                .isEqualTo("us-gdp@2016-01-02");
        assertThat(inForce(declared("us-gdp", 620, "2016-01-01", null), declared("us-gdp", 620, "2016-01-02", august)))
                .isEqualTo("us-gdp@2016-01-01");
        assertThat(inForce(declared("us-gdp", 620, "2016-01-01", null), declared("us-gdp", 620, "2016-01-02", null)))
                .isEqualTo("us-gdp@2016-01-02");
        assertThat(inForce(declared("us-gdp", 620, "2016-01-01", july), declared("us-gdp", 620, "2016-01-02", july)))
                .isEqualTo("us-gdp@2016-01-02");
    }

    private static String inForce(ObservedRelease... together) {
        List<ObservedRelease> releases = new ArrayList<>(Samples.monthly("us-gdp", 20, new SplittableRandom(1)));
        releases.addAll(List.of(together));
        return releaseIds(BiasFixture.model(Map.of(new IndicatorId("us-gdp"), releases)), BiasFixture.day(621))
                .getFirst();
    }

    private static ObservedRelease declared(String indicator, long day, String date, @Nullable LocalDate period) {
        ObservedRelease plain = Samples.release(indicator, day, "2.5", "2.0");
        return new ObservedRelease(
                new ReleaseId(indicator + "@" + date),
                plain.indicator(),
                plain.releasedAt(),
                period,
                period != null,
                plain.actual(),
                null,
                "test",
                plain.forecasts(),
                Set.of(),
                null);
    }

    @Test
    void anEndedIndicatorStopsCountingAtMidnightOfItsLastDay() {
        BiasModel model = BiasFixture.model(BiasFixture.random(12));
        Instant end = Instant.parse("2019-07-01T04:00:00Z");
        assertThat(ids(model, end.minusSeconds(1))).contains("us-ended");
        assertThat(ids(model, end)).doesNotContain("us-ended");
    }

    private static List<String> ids(BiasModel model, Instant at) {
        InstrumentBias spx = model.at(at).getFirst();
        List<String> ids = new ArrayList<>();
        spx.contributions().forEach(c -> ids.add(c.indicator().id().value()));
        spx.missing().forEach(m -> ids.add(m.indicator().id().value()));
        return ids;
    }

    @Test
    void aRegionsOwnExposureReplacesItsBlocs() {
        assertThat(Samples.weights(SignalMode.LATEST).exposure(Samples.EURUSD.id(), Region.ES))
                .isEqualTo(0.5);
        assertThat(Samples.weights(SignalMode.LATEST).exposure(Samples.EURUSD.id(), Region.DE))
                .isEqualTo(1);
        assertThat(Samples.weights(SignalMode.LATEST).exposure(Samples.EURUSD.id(), Region.JP))
                .isZero();
    }

    /// By hand: half-lives of 30 days make the older release, 30 days old, count a half. Beyond 120 days it counts no
    /// more, and the newer one is 90 days old then.
    @Test
    void inModeSumAllReleasesInsideTheWindowAddUp() {
        List<ObservedRelease> releases = new ArrayList<>(Samples.monthly("us-gdp", 20, new SplittableRandom(1)));
        releases.add(Samples.release("us-gdp", 800, "2.6", "2.0"));
        releases.add(Samples.release("us-gdp", 830, "1.7", "2.0"));
        BiasModel model = BiasFixture.model(SignalMode.SUM, Map.of(new IndicatorId("us-gdp"), releases), Map.of());

        InstrumentBias both = model.at(BiasFixture.day(830)).getFirst();
        assertThat(both.contributions())
                .extracting(one -> one.surprise().release().releaseId(), Contribution::decay)
                .containsExactly(tuple(Samples.id("us-gdp", 800), 0.5), tuple(Samples.id("us-gdp", 830), 1.0));
        double older = both.contributions().getFirst().surprise().z();
        double newer = both.contributions().getLast().surprise().z();
        double weight = both.contributions().getFirst().weight();
        assertThat(both.z()).isCloseTo(weight * (older / 2 + newer), within(1e-12));
        assertThat(both.composition().agreement())
                .isCloseTo(Math.abs(older / 2 + newer) / (Math.abs(older / 2) + Math.abs(newer)), within(1e-12));

        InstrumentBias one = model.at(BiasFixture.day(920)).getFirst();
        assertThat(one.z()).isCloseTo(weight * newer / 8, within(1e-12));
        assertThat(one.contributions()).hasSize(1);
    }

    @Test
    void theScoreIsThatOfTheNormalDistributionAndTheLabelFollows() {
        InstrumentBias spx = BiasFixture.model(BiasFixture.random(1))
                .at(BiasFixture.day(2000))
                .getFirst();
        assertThat(spx.score()).isEqualTo(InstrumentBias.scoreOf(spx.z()));
        assertThat(spx.label()).isEqualTo(Label.ofScore(spx.score()));
        assertThat(InstrumentBias.scoreOf(1)).isCloseTo(68.2689492137086, within(1e-10));
    }

    @Test
    void aProvisionalScaleLowersTheQuality() {
        Prior prior = new Prior(BigDecimal.ONE, LocalDate.of(2000, 1, 1), LocalDate.of(2010, 1, 1), "a study");
        Indicator gdp = Samples.indicator("us-gdp", Region.US, Category.GROWTH, Frequency.MONTHLY, null, prior);
        List<StandardisedSurprise> surprises =
                new SurpriseCalculator().calculate(gdp, List.of(Samples.release("us-gdp", 0, "3", "2")));
        BiasModel model = new BiasModel(
                List.of(gdp),
                List.of(Samples.SPX),
                Samples.weights(SignalMode.LATEST),
                Map.of(gdp.id(), surprises),
                Map.of());
        assertThat(model.instruments()).containsExactly(Samples.SPX);
        assertThat(model.at(BiasFixture.day(1)).getFirst().health().quality()).isCloseTo(0.7, within(1e-15));
    }

    @Test
    void aReleaseFinerThanASecondIsRefused() {
        assertThatThrownBy(() -> new ObservedRelease(
                        new ReleaseId("us-gdp@2016-01-09"),
                        new IndicatorId("us-gdp"),
                        Samples.START.plusMillis(1),
                        null,
                        false,
                        BigDecimal.ONE,
                        null,
                        "test",
                        List.of(),
                        Set.of(),
                        null))
                .hasMessageContaining("us-gdp@2016-01-09: releasedAt 2015-01-05T13:30:00.001Z is finer than a second");
    }

    @Test
    void ofThreeAtOneInstantTheOrderOfArrivalDoesNotMatter() {
        LocalDate july = LocalDate.of(2016, 7, 1);
        ObservedRelease unknown = declared("us-gdp", 620, "2016-01-03", null);
        ObservedRelease first = declared("us-gdp", 620, "2016-01-01", july);
        ObservedRelease second = declared("us-gdp", 620, "2016-01-02", july.plusMonths(1));
        assertThat(inForce(second, unknown, first)).isEqualTo("us-gdp@2016-01-03");
        assertThat(inForce(first, second)).isEqualTo(inForce(second, first)).isEqualTo("us-gdp@2016-01-02");
    }

    @Test
    void aNewerReleaseOfUnknownPeriodDisplacesAlways() {
        List<ObservedRelease> releases = new ArrayList<>(Samples.monthly("us-gdp", 20, new SplittableRandom(1)));
        releases.add(declared("us-gdp", 620, "2016-01-01", LocalDate.of(2016, 8, 1)));
        releases.add(declared("us-gdp", 625, "2016-01-02", LocalDate.of(2016, 9, 1)));
        releases.add(declared("us-gdp", 630, "2016-01-03", null));
        releases.add(declared("us-gdp", 635, "2016-01-04", LocalDate.of(2016, 1, 1)));
        BiasModel model = BiasFixture.model(Map.of(new IndicatorId("us-gdp"), releases));
        assertThat(releaseIds(model, BiasFixture.day(626))).containsExactly("us-gdp@2016-01-02");
        assertThat(releaseIds(model, BiasFixture.day(631))).containsExactly("us-gdp@2016-01-03");
        assertThat(releaseIds(model, BiasFixture.day(636))).containsExactly("us-gdp@2016-01-04");
    }
}
