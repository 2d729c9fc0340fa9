package org.macroedge.engine.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandingCorrelationTest {

    private static final int ROWS = 300;
    private static final int FEWEST = 24;

    /// Two series with a common part and gaps, far from 0.
    private static double[][] series(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double part = random.nextDouble(-2, 2);
        double[][] series = new double[2][ROWS];
        for (int row = 0; row < ROWS; row++) {
            double common = random.nextGaussian();
            series[0][row] = random.nextDouble() < 0.1 ? Double.NaN : 100 + common;
            series[1][row] = random.nextDouble() < 0.1 ? Double.NaN : -40 + part * common + random.nextGaussian();
        }
        return series;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isAtEachRowTheCorrelationOfTheRowsUpToIt(long seed) {
        double[][] series = series(seed);
        ExpandingCorrelation expanding = new ExpandingCorrelation();
        int values = 0;
        for (int row = 0; row < ROWS; row++) {
            expanding.add(series[0][row], series[1][row]);
            Double whole = PairCorrelation.of(
                            Arrays.copyOf(series[0], row + 1), Arrays.copyOf(series[1], row + 1), FEWEST)
                    .value();
            if (whole == null) {
                assertThat(expanding.value(FEWEST)).isNull();
            } else {
                assertThat(expanding.value(FEWEST)).isCloseTo(whole, within(1e-12));
                values++;
            }
        }
        assertThat(values).isGreaterThan(ROWS / 2);
    }

    /// Deviations −1.5, −0.5, 0.5, 1.5 and −3, −2, −1, 6: r = 14/√(5 · 50).
    @Test
    void aCaseWorkedByHand() {
        ExpandingCorrelation expanding = new ExpandingCorrelation();
        expanding.add(1, 1);
        assertThat(expanding.value(2)).isNull();
        expanding.add(2, 2);
        assertThat(expanding.value(2)).isEqualTo(1);
        expanding.add(3, 3);
        expanding.add(7, Double.NaN);
        expanding.add(Double.NaN, 7);
        expanding.add(4, 10);
        assertThat(expanding.value(4)).isCloseTo(14 / Math.sqrt(250), within(1e-15));
        assertThat(expanding.value(5)).isNull();
    }

    @Test
    void aSeriesWithoutVariationHasNone() {
        ExpandingCorrelation expanding = new ExpandingCorrelation();
        for (int row = 0; row < 30; row++) {
            expanding.add(0.1, row);
        }
        assertThat(expanding.value(2)).isNull();
        expanding.add(0.2, 0);
        assertThat(expanding.value(2)).isNotNull();
    }
}
