package org.macroedge.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BivariateNormalDistributionTest {

    /// At the origin it is ¼ + asin ρ/2π (W. F. Sheppard, 1899).
    @Test
    void atTheOriginItIsSheppardsFormula() {
        for (double correlation : new double[] {-0.95, -0.5, -0.1, 0, 0.3, 0.7, 0.95}) {
            assertThat(BivariateNormalDistribution.cdf(0, 0, correlation))
                    .isCloseTo(0.25 + Math.asin(correlation) / (2 * Math.PI), within(1e-12));
        }
    }

    @Test
    void withoutCorrelationItIsTheProduct() {
        for (double h = -3; h <= 3; h += 0.5) {
            assertThat(BivariateNormalDistribution.cdf(h, 1.2, 0))
                    .isCloseTo(NormalDistribution.cdf(h) * NormalDistribution.cdf(1.2), within(1e-15));
        }
    }

    /// P(X ≤ h, Y ≤ k; ρ) + P(X ≤ h, −Y ≤ −k; −ρ) = Φ(h), and the arguments may change places.
    @Test
    void theTwoSidesOfAnArgumentAddUp() {
        for (double h = -2.5; h <= 2.5; h += 0.7) {
            for (double k = -2.5; k <= 2.5; k += 0.9) {
                double below = BivariateNormalDistribution.cdf(h, k, 0.8);
                assertThat(below + BivariateNormalDistribution.cdf(h, -k, -0.8))
                        .isCloseTo(NormalDistribution.cdf(h), within(1e-8));
                assertThat(BivariateNormalDistribution.cdf(k, h, 0.8)).isCloseTo(below, within(1e-15));
            }
        }
    }

    @Test
    void atTheLimitsItIsThatOfOneVariable() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(BivariateNormalDistribution.cdf(infinity, 0.3, 0.9)).isEqualTo(NormalDistribution.cdf(0.3));
        assertThat(BivariateNormalDistribution.cdf(0.3, -infinity, 0.9)).isZero();
        assertThat(BivariateNormalDistribution.cdf(1, 1, 1)).isEqualTo(BivariateNormalDistribution.cdf(1, 1, 0.95));
        assertThat(BivariateNormalDistribution.cdf(Double.NaN, 1, 0)).isNaN();
        assertThat(BivariateNormalDistribution.cdf(1, 1, Double.NaN)).isNaN();
    }
}
