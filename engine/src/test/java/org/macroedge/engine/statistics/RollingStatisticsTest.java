package org.macroedge.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;

class RollingStatisticsTest {

    private static StandardisedSurprise z(long day, Double z) {
        return new StandardisedSurprise(
                Samples.release("us-gdp", day, "2.0", "2.0"), null, null, null, 0, z, z, null, java.util.Set.of());
    }

    private static Instant day(long day) {
        return Samples.START.plusSeconds(day * Samples.DAY);
    }

    @Test
    void aHandWorkedWindow() {
        List<StandardisedSurprise> surprises = List.of(z(0, 9.0), z(10, 1.0), z(20, null), z(25, -2.0), z(40, 4.0));
        RollingStatistics thirty = SurpriseSeries.of(surprises).statistics(day(40), 30);
        assertThat(thirty.count()).isEqualTo(2);
        assertThat(thirty.mean()).isEqualTo(1.0);
        assertThat(thirty.standardDeviation()).isCloseTo(Math.sqrt(18), within(1e-12));
        assertThat(thirty.sharePositive()).isEqualTo(0.5);
    }

    /// The definition of pandas' `ewm(halflife=1, adjust=True)`: weights 1, ½, ¼ on 3, 2, 1 give 4.25/1.75.
    @Test
    void theWeightedMeanTakesAdjustedWeightsAsPandasDefinesThem() {
        double[] means = SurpriseSeries.exponentiallyWeightedMeans(new double[] {1, 2, 3}, 1);
        assertThat(means[2]).isCloseTo(4.25 / 1.75, within(1e-12));
        assertThat(means[1]).isCloseTo(2.5 / 1.5, within(1e-12));
        assertThat(means[0]).isEqualTo(1);
    }

    @Test
    void anEmptyWindowHasNoMomentsAndOneValueNoDeviation() {
        RollingStatistics none = SurpriseSeries.of(List.of()).statistics(day(40), 30);
        assertThat(none).isEqualTo(new RollingStatistics(0, null, null, null, null));
        RollingStatistics one = SurpriseSeries.of(List.of(z(39, 0.0))).statistics(day(40), 30);
        assertThat(one).isEqualTo(new RollingStatistics(1, 0.0, null, 0.0, 0.0));
    }

    @Test
    void laterReleasesNeverChangeAnEarlierAnswer() {
        List<StandardisedSurprise> all = new SurpriseCalculator()
                .calculate(
                        Samples.indicator("us-gdp", Region.US, Category.GROWTH),
                        Samples.monthly("us-gdp", 60, new SplittableRandom(3)));
        for (int cut = 0; cut < all.size(); cut++) {
            List<StandardisedSurprise> known = new ArrayList<>(all.subList(0, cut + 1));
            Instant asOf = all.get(cut).release().releasedAt();
            assertThat(SurpriseSeries.of(all).statistics(asOf, 365))
                    .isEqualTo(SurpriseSeries.of(known).statistics(asOf, 365));
        }
    }

    @Test
    void aWindowOfNoDaysIsRefused() {
        assertThatThrownBy(() -> SurpriseSeries.of(List.of()).statistics(day(0), 0))
                .hasMessage("window 0 days is not above 0");
    }
}
