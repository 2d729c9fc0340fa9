package org.macroedge.engine.surprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoundedSigmaEstimatorTest {

    private static BoundedSigmaEstimator after(double floor, double... surprises) {
        BoundedSigmaEstimator estimator = new BoundedSigmaEstimator(floor);
        for (double surprise : surprises) {
            estimator.learn(surprise);
        }
        return estimator;
    }

    @Test
    void givesNothingBeforeTenSurprises() {
        assertThat(after(0.01, 1, 1, 1, 1, 1, 1, 1, 1, 1).sigma()).isNaN();
    }

    /// By hand: the median of 1 to 10 is 5.5, and 1.4826 · 5.5 = 8.1543.
    @Test
    void startsFromTheMedianOfTheFirstTen() {
        assertThat(after(0.01, 1, -2, 3, -4, 5, -6, 7, -8, 9, -10).sigma()).isCloseTo(8.1543, within(1e-12));
    }

    /// By hand: six zeros make the median 0; the mean is 1, and 1.2533 · 1 = 1.2533.
    @Test
    void startsFromTheMeanWhereTheMedianIsZero() {
        assertThat(after(0.01, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4).sigma()).isCloseTo(1.2533, within(1e-12));
    }

    @Test
    void restsOnTheFloorWhereNothingSurprises() {
        assertThat(after(0.25, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).sigma()).isEqualTo(0.25);
    }

    /// By hand: σ = 1.4826, |x| = 100 counts as 4σ, so v' = σ²(λ + 16(1 − λ)) with λ = 2^(−1/24) =
    /// 0.9715319411536059.
    @Test
    void boundsTheInfluenceOfAnOutlier() {
        double lambda = 0.9715319411536059;
        double expected = 1.4826 * Math.sqrt(lambda + 16 * (1 - lambda));
        assertThat(after(0.01, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 100).sigma()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void scalesWithItsInputAndIgnoresSigns() {
        SplittableRandom random = new SplittableRandom(11);
        BoundedSigmaEstimator one = new BoundedSigmaEstimator(0.01);
        BoundedSigmaEstimator thousand = new BoundedSigmaEstimator(10);
        for (int draw = 0; draw < 500; draw++) {
            double surprise = random.nextDouble(-3, 3);
            one.learn(surprise);
            thousand.learn(-1000 * surprise);
        }
        assertThat(thousand.sigma() / one.sigma()).isCloseTo(1000, within(1e-9));
        assertThat(one.count()).isEqualTo(500);
    }

    @Test
    void refusesAFloorThatIsNotPositive() {
        assertThatThrownBy(() -> new BoundedSigmaEstimator(0)).hasMessage("sigma floor 0.0 is not above 0");
    }
}
