package org.macroedge.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Verdict;

class ForecastErrorsTest {

    private static final double SIGMA = 0.5;
    private static final Indicator RATE =
            Samples.indicator("us-x", Region.US, Category.MONETARY, Frequency.IRREGULAR, null, null);

    private static final Indicator MONTHLY = Samples.indicator("us-x", Region.US, Category.GROWTH);

    /// A forecast captured some seconds before the release.
    private static ObservedForecast forecast(long day, String source, String value, long secondsBefore) {
        return new ObservedForecast(
                ForecastKind.SURVEY,
                new BigDecimal(value),
                source,
                1,
                released(day).minusSeconds(secondsBefore));
    }

    private static Instant released(long day) {
        return Samples.START.plusSeconds(day * Samples.DAY);
    }

    private static StandardisedSurprise surprise(
            long day, String actual, @Nullable Double sigma, List<ObservedForecast> forecasts) {
        ObservedRelease release = new ObservedRelease(
                Samples.id("us-x", day),
                new IndicatorId("us-x"),
                released(day),
                null,
                false,
                new BigDecimal(actual),
                null,
                "test",
                forecasts,
                Set.of(),
                null);
        Double z = sigma == null ? null : 1.0;
        return new StandardisedSurprise(release, null, null, sigma, 10, z, z, null, Set.of());
    }

    /// Of sources alone: a policy rate has no forecast from its own prints.
    private static List<ForecastErrors> ranking(List<StandardisedSurprise> surprises) {
        return ForecastErrors.ranking(Map.of(RATE, surprises));
    }

    @Test
    void errorsAreInUnitsOfTheSigmaOfTheirRelease() {
        List<ForecastErrors> ranking = ranking(List.of(
                surprise(1, "2.5", SIGMA, List.of(forecast(1, "a", "2.0", 60), forecast(1, "b", "2.4", 60))),
                surprise(31, "1.0", SIGMA, List.of(forecast(31, "a", "2.0", 60)))));

        assertThat(ranking).extracting(ForecastErrors::source).containsExactly("b", "a");
        assertThat(ranking.getFirst().meanAbsolute()).isCloseTo(0.2, within(1e-12));
        assertThat(ranking.getLast())
                .isEqualTo(new ForecastErrors("a", ForecastKind.SURVEY, 2, (1 + 2) / 2.0, (1 - 2) / 2.0));
    }

    @Test
    void theLastForecastBeforeTheReleaseCounts() {
        assertThat(ranking(List.of(surprise(
                        1,
                        "2.5",
                        SIGMA,
                        List.of(
                                forecast(1, "a", "2.5", 0),
                                forecast(1, "a", "2.0", 1),
                                forecast(1, "a", "0.0", 3_600))))))
                .containsExactly(new ForecastErrors("a", ForecastKind.SURVEY, 1, 1, 1));
    }

    @Test
    void aForecastWithoutACaptureAndAReleaseWithoutASigmaHaveNoError() {
        ObservedForecast imported = new ObservedForecast(ForecastKind.SURVEY, BigDecimal.ONE, "a", 1, null);

        assertThat(ranking(List.of(
                        surprise(1, "2.5", SIGMA, List.of(imported)),
                        surprise(31, "2.5", null, List.of(forecast(31, "a", "2.0", 60))))))
                .isEmpty();
    }

    @Test
    void anErrorIsClippedAsZIs() {
        assertThat(ranking(List.of(surprise(1, "-90", SIGMA, List.of(forecast(1, "a", "2.0", 60))))))
                .containsExactly(new ForecastErrors("a", ForecastKind.SURVEY, 1, 4, -4));
    }

    /// 24 prints that alternate between 2 and 3: the last one is 3.0, and both models say 2.0.
    private static List<StandardisedSurprise> alternating() {
        return IntStream.range(0, 24)
                .mapToObj(month -> surprise(month * 30L, month % 2 == 0 ? "2.0" : "3.0", null, List.of()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<ForecastErrors> ownPrints(List<StandardisedSurprise> surprises) {
        return ForecastErrors.ranking(Map.of(MONTHLY, surprises));
    }

    /// (2.4 − 2.0) / 0.5 = 0.8 and (2.4 − 3.0) / 0.5 = −1.2.
    @Test
    void ownPrintsHaveAnErrorOfEachKind() {
        List<StandardisedSurprise> surprises = alternating();
        surprises.add(surprise(24 * 30L, "2.4", SIGMA, List.of()));

        List<ForecastErrors> ranking = ownPrints(surprises);

        assertThat(ranking).extracting(ForecastErrors::source).containsExactly("ar1", "arma11", "naive");
        assertThat(ranking)
                .extracting(ForecastErrors::kind)
                .containsExactly(ForecastKind.MODEL, ForecastKind.MODEL, ForecastKind.NAIVE);
        assertThat(ranking).extracting(ForecastErrors::releases).containsOnly(1);
        assertThat(ranking.getFirst().bias()).isCloseTo(0.8, within(1e-12));
        assertThat(ranking.get(1).bias()).isCloseTo(0.8, within(1e-12));
        assertThat(ranking.getLast().bias()).isCloseTo(-1.2, within(1e-12));
        assertThat(ranking.getLast().meanAbsolute()).isCloseTo(1.2, within(1e-12));
    }

    @Test
    void theErrorsOfOwnPrintsAreClippedToo() {
        List<StandardisedSurprise> surprises = alternating();
        surprises.add(surprise(24 * 30L, "90", SIGMA, List.of()));

        assertThat(ownPrints(surprises)).hasSize(3).allSatisfy(errors -> {
            assertThat(errors.meanAbsolute()).isEqualTo(4);
            assertThat(errors.bias()).isEqualTo(4);
        });
    }

    /// 9.0 is doubtful: it has no error, and the next print is still held against 3.0.
    @Test
    void whatWasLeftOutHasNoErrorAndIsNoPrint() {
        List<StandardisedSurprise> surprises = alternating();
        StandardisedSurprise doubtful = surprise(24 * 30L, "9.0", SIGMA, List.of());
        surprises.add(new StandardisedSurprise(
                Cases.stated(doubtful.release(), Verdict.DOUBTFUL),
                null,
                null,
                SIGMA,
                10,
                1.0,
                null,
                StandardisedSurprise.Reason.DOUBTFUL,
                Set.of()));
        assertThat(ownPrints(surprises)).isEmpty();

        surprises.add(surprise(25 * 30L, "2.5", SIGMA, List.of()));
        assertThat(ownPrints(surprises).getLast()).isEqualTo(new ForecastErrors("naive", ForecastKind.NAIVE, 1, 1, -1));
    }

    @Test
    void fewReleasesRankAfterAllOthers() {
        List<StandardisedSurprise> surprises = new ArrayList<>();
        for (int day = 0; day < ForecastErrors.FEWEST; day++) {
            surprises.add(surprise(day, "2.5", SIGMA, List.of(forecast(day, "many", "1.5", 60))));
        }
        surprises.add(surprise(100, "2.5", SIGMA, List.of(forecast(100, "one", "2.5", 60))));

        assertThat(ranking(surprises)).extracting(ForecastErrors::source).containsExactly("many", "one");
    }

    @Test
    void anyOrderGivesTheSameBitsAndLaterReleasesChangeNoEarlierRanking() {
        SplittableRandom random = new SplittableRandom(7);
        List<StandardisedSurprise> surprises = IntStream.range(0, 200)
                .mapToObj(day -> surprise(
                        day,
                        "" + random.nextInt(100) / 10.0,
                        0.1 + random.nextDouble(),
                        List.of(
                                forecast(day, "a", "" + random.nextInt(100) / 10.0, 1 + random.nextInt(9)),
                                forecast(day, "b", "" + random.nextInt(100) / 10.0, random.nextInt(3)))))
                .toList();
        assertThat(ranking(surprises.reversed())).isEqualTo(ranking(surprises));
        assertThat(ranking(surprises)).allSatisfy(errors -> {
            assertThat(errors.meanAbsolute()).isBetween(Math.abs(errors.bias()), 4.0);
            assertThat(errors.releases()).isBetween(1, 200);
        });
    }

    @Test
    void scalingTheUnitChangesNothing() {
        List<StandardisedSurprise> percent = List.of(surprise(1, "2.5", SIGMA, List.of(forecast(1, "a", "2.0", 60))));
        List<StandardisedSurprise> points =
                List.of(surprise(1, "250", SIGMA * 100, List.of(forecast(1, "a", "200", 60))));

        assertThat(ranking(points)).isEqualTo(ranking(percent));
    }
}
