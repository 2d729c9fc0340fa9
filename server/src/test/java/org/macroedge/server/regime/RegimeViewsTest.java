package org.macroedge.server.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.regime.AxisReading;
import org.macroedge.engine.regime.AxisState;
import org.macroedge.engine.regime.AxisSwitching;
import org.macroedge.engine.regime.BrierScores;
import org.macroedge.engine.regime.NoSecondOpinion;
import org.macroedge.engine.regime.RegimeMonth;
import org.macroedge.engine.regime.SecondOpinion;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.server.regime.view.RegimePoint;
import org.macroedge.server.regime.view.RegimeScores;
import org.macroedge.server.regime.view.RegimeSwitching;

class RegimeViewsTest {

    private static final BrierScores BETTER = new BrierScores(24, 0.1, 0.2);
    private static final BrierScores WORSE = new BrierScores(30, 0.3, 0.2);
    private static final BrierScores NONE = new BrierScores(0, Double.NaN, Double.NaN);

    private static RegimePoint point(SecondOpinion growth, SecondOpinion inflation) {
        return RegimeViews.point(new RegimeMonth(
                YearMonth.of(2021, 8), Quadrant.REFLATION, reading(growth), reading(inflation), 0.25, null, 3));
    }

    private static AxisReading reading(SecondOpinion second) {
        return new AxisReading(1.5, AxisState.UP, null, 0.75, 1.75, WORSE, second);
    }

    @Test
    void aSecondOpinionHasScoresOfItsOwnAndADurationOnlyWhereItEnds() {
        AxisSwitching switching = new AxisSwitching(0.875, -0.5, 1.25, 12.5, Double.POSITIVE_INFINITY);
        RegimePoint point =
                point(new SecondOpinion(switching, null, BETTER), new SecondOpinion(switching, null, WORSE));
        assertThat(point.growth().switching())
                .isEqualTo(
                        new RegimeSwitching(0.875, null, -0.5, 1.25, 12.5, null, true, new RegimeScores(24, 0.1, 0.2)));
        assertThat(point.growth().probability()).isFalse();
        assertThat(point.inflation().switching().probability()).isFalse();
    }

    @Test
    void anAxisWithoutASecondOpinionSaysWhyAndKeepsItsScores() {
        RegimePoint point = point(
                new SecondOpinion(null, NoSecondOpinion.TOO_FEW_MONTHS, BETTER),
                new SecondOpinion(null, NoSecondOpinion.NO_MAXIMUM, NONE));
        assertThat(point.growth().switching())
                .isEqualTo(new RegimeSwitching(
                        null, "too-few-months", null, null, null, null, false, new RegimeScores(24, 0.1, 0.2)));
        assertThat(point.inflation().switching())
                .isEqualTo(new RegimeSwitching(
                        null, "no-maximum", null, null, null, null, false, new RegimeScores(0, null, null)));
    }
}
