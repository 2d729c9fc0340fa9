package org.macroedge.engine.surprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ExpandingSigmaEstimatorsTest {

    private static double sigma(DoubleFunction<SigmaEstimator> estimators, double floor, double... surprises) {
        SigmaEstimator estimator = estimators.apply(floor);
        DoubleStream.of(surprises).forEach(estimator::learn);
        assertThat(estimator.count()).isEqualTo(surprises.length);
        return estimator.sigma();
    }

    /// By hand: the squared distances of 1 to 10 from 5.5 add up to 82.5, and 82.5/9 = 9.1666….
    @Test
    void theStandardDeviationIsThatOfEverySurpriseSoFar() {
        double[] upToTen = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertThat(sigma(ExpandingStandardDeviation::new, 0.01, upToTen)).isCloseTo(Math.sqrt(82.5 / 9), within(1e-12));
    }

    /// By hand: after ten of size 1, one of 100 makes (10·1 + 100)/11 = 10.
    @Test
    void theMeanAbsoluteDeviationForgetsNoOutlier() {
        assertThat(sigma(ExpandingMeanAbsoluteDeviation::new, 0.01, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 100))
                .isCloseTo(12.533, within(1e-12));
    }

    @Test
    void bothWaitForTenSurprisesAndRestOnTheFloor() {
        double[] none = new double[10];
        assertThat(sigma(ExpandingStandardDeviation::new, 0.25, none)).isEqualTo(0.25);
        assertThat(sigma(ExpandingMeanAbsoluteDeviation::new, 0.25, none)).isEqualTo(0.25);
        assertThat(sigma(ExpandingStandardDeviation::new, 0.25, new double[9])).isNaN();
        assertThat(sigma(ExpandingMeanAbsoluteDeviation::new, 0.25, new double[9]))
                .isNaN();
    }

    @Test
    void aFloorMustBeAboveZero() {
        assertThatThrownBy(() -> new ExpandingStandardDeviation(0)).hasMessage("sigma floor 0.0 is not above 0");
        assertThatThrownBy(() -> new ExpandingMeanAbsoluteDeviation(Double.NaN))
                .hasMessage("sigma floor NaN is not above 0");
    }
}
