package org.macroedge.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuasiNewtonMinimumTest {

    private static double rosenbrock(double[] x, double[] gradient) {
        double bend = x[1] - x[0] * x[0];
        gradient[0] = -400 * x[0] * bend - 2 * (1 - x[0]);
        gradient[1] = 200 * bend;
        return 100 * bend * bend + (1 - x[0]) * (1 - x[0]);
    }

    @Test
    void theBentValleyOfRosenbrockEndsAtOneAndOne() {
        QuasiNewtonMinimum minimum =
                QuasiNewtonMinimum.of(QuasiNewtonMinimumTest::rosenbrock, new double[] {-1.2, 1}, 1e-10, 200);
        assertThat(minimum.converged()).isTrue();
        assertThat(minimum.point()[0]).isCloseTo(1, within(1e-8));
        assertThat(minimum.point()[1]).isCloseTo(1, within(1e-8));
        assertThat(minimum.value()).isBetween(0.0, 1e-15);
        assertThat(minimum.steps()).isLessThan(60);
    }

    @Test
    void aStartThatIsAMinimumIsKept() {
        QuasiNewtonMinimum minimum =
                QuasiNewtonMinimum.of(QuasiNewtonMinimumTest::rosenbrock, new double[] {1, 1}, 1e-10, 200);
        assertThat(minimum.steps()).isZero();
        assertThat(minimum.converged()).isTrue();
        assertThat(minimum.point()).containsExactly(1, 1);
    }

    /// −log x − log(1 − x) is infinite at 0 and 1, and not a number beyond.
    @Test
    void aStepThatIsTooFarIsTakenBack() {
        QuasiNewtonMinimum minimum = QuasiNewtonMinimum.of(
                (x, gradient) -> {
                    gradient[0] = -1 / x[0] + 1 / (1 - x[0]);
                    return -Math.log(x[0]) - Math.log(1 - x[0]);
                },
                new double[] {1e-6},
                1e-9,
                200);
        assertThat(minimum.converged()).isTrue();
        assertThat(minimum.point()[0]).isCloseTo(0.5, within(1e-8));
    }

    @Test
    void aFunctionWithoutAMinimumDoesNotConverge() {
        QuasiNewtonMinimum line = QuasiNewtonMinimum.of(
                (x, gradient) -> {
                    gradient[0] = 1;
                    return x[0];
                },
                new double[] {0},
                1e-9,
                100);
        assertThat(line.converged()).isFalse();
        assertThat(line.value()).isFinite();
        QuasiNewtonMinimum stopped =
                QuasiNewtonMinimum.of(QuasiNewtonMinimumTest::rosenbrock, new double[] {-1.2, 1}, 1e-10, 3);
        assertThat(stopped.converged()).isFalse();
        assertThat(stopped.steps()).isEqualTo(3);
    }

    @Test
    void aStartWithoutAValueIsNotLeft() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            QuasiNewtonMinimum minimum = QuasiNewtonMinimum.of((x, gradient) -> value, new double[] {3}, 1e-9, 100);
            assertThat(minimum.converged()).isFalse();
            assertThat(minimum.steps()).isZero();
            assertThat(minimum.point()).containsExactly(3);
        }
    }
}
