package org.macroedge.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {

    /// Abramowitz and Stegun (1964), Handbook of Mathematical Functions, table 26.1, P(x), pages 966 to 972.
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.5, 0.691462461274013",
        "1, 0.841344746068543",
        "2, 0.977249868051821",
        "3, 0.998650101968370"
    })
    void agreesWithPublishedTables(double x, double expected) {
        assertThat(NormalDistribution.cdf(x)).isCloseTo(expected, within(1e-15));
    }

    @Test
    void theCentredFormIsOddToTheBit() {
        for (double x = 0; x < 10; x += 0.0137) {
            assertThat(NormalDistribution.centred(-x)).isEqualTo(-NormalDistribution.centred(x));
        }
    }

    @Test
    void neverDecreasesBeyondRounding() {
        for (double x = -9; x < 9; x += 0.01) {
            assertThat(NormalDistribution.cdf(x + 0.01)).isGreaterThanOrEqualTo(NormalDistribution.cdf(x) - 1e-15);
        }
    }

    @Test
    void reachesItsLimitsAndKeepsNaN() {
        assertThat(NormalDistribution.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalDistribution.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.cdf(Double.NaN)).isNaN();
    }
}
