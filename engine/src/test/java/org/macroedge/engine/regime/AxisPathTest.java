package org.macroedge.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Cases worked by hand.
class AxisPathTest {

    /// Composites 1, −1, 1, …: each change has the size 2, and the first 12 give the scale 1.4826 · 2, which
    /// then falls towards 2. In month 13, up = Φ(−1/2.9652) = 0.367965965. The next sign is always the other
    /// one, so that persistence is always wrong. The mean squared error of 46 months, 0.410442330, is of a
    /// program in Python 3 of ten lines that shares nothing with this code.
    private static AxisPath path(double[] composites) {
        return new AxisPath(composites, SwitchingPath.NONE.over(composites));
    }

    @Test
    void alternatingCompositesAreForetoldBetterThanByPersistence() {
        double[] composites = IntStream.range(0, 60)
                .mapToDouble(month -> month % 2 == 0 ? 1 : -1)
                .toArray();
        AxisPath path = path(composites);
        assertThat(path.reading(12).up()).isNull();
        assertThat(path.reading(13).up()).isCloseTo(0.367965965, within(1e-9));
        BrierScores last = path.reading(59).scores();
        assertThat(last.months()).isEqualTo(59 - 13);
        assertThat(last.persistence()).isEqualTo(1);
        assertThat(last.model()).isCloseTo(0.410442330, within(1e-9));
        assertThat(last.beatsPersistence()).isTrue();
        assertThat(path.reading(13 + 23).scores().beatsPersistence()).isFalse();
        assertThat(path.reading(13 + 24).scores().beatsPersistence()).isTrue();
    }

    @Test
    void steadyCompositesAreNotForetoldBetterThanByPersistence() {
        double[] composites = IntStream.range(0, 60)
                .mapToDouble(month -> 1 + 0.1 * (month % 2))
                .toArray();
        BrierScores last = path(composites).reading(59).scores();
        assertThat(last.persistence()).isZero();
        assertThat(last.beatsPersistence()).isFalse();
    }

    @Test
    void theDistanceIsThatToTheFarEdgeOfTheBand() {
        AxisPath path = path(new double[] {1, 1, 0.1, -1, -1, -0.5});
        assertThat(path.reading(0).distance()).isNull();
        assertThat(path.reading(1).distance()).isEqualTo(1.25);
        assertThat(path.reading(2).distance()).isEqualTo(0.35);
        assertThat(path.reading(3).distance()).as("one month-end beyond it").isEqualTo(-0.75);
        assertThat(path.reading(5).distance()).isEqualTo(0.75);
    }

    @Test
    void anUndeterminedAxisSaysWhy() {
        AxisPath path = path(new double[] {Double.NaN, 1, 0.1, 1, 1, 0, Double.NaN, 0});
        assertThat(IntStream.range(0, 8).mapToObj(month -> path.reading(month).reason()))
                .containsExactly(
                        NoAxisState.TOO_FEW_DATA,
                        NoAxisState.INSIDE_BAND,
                        NoAxisState.INSIDE_BAND,
                        NoAxisState.INSIDE_BAND,
                        null,
                        null,
                        NoAxisState.TOO_FEW_DATA,
                        null);
    }
}
