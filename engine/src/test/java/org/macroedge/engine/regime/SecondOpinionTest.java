package org.macroedge.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.switching.SwitchingEstimate;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.Region;

/// Second opinions on composites that are given.
class SecondOpinionTest {

    /// Two years up, then two years down, and so on, with noise.
    private static double[] swings(int months, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] composites = new double[months];
        Arrays.setAll(composites, month -> (month / 24 % 2 == 0 ? 1 : -1) + random.nextDouble(-0.8, 0.8));
        return composites;
    }

    private static SecondOpinion last(double[] composites) {
        return SwitchingPath.NONE.over(composites).opinion(composites.length - 1);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/second-opinion.csv", numLinesToSkip = 1)
    void theMonthEndsInARowDecideWhetherThereIsOneAndItsRestriction(
            int months, @Nullable Integer missing, int row, @Nullable Double leastStaying, @Nullable String reason) {
        double[] composites = swings(months, 3);
        if (missing != null) {
            composites[missing] = Double.NaN;
        }
        double[] taken = SwitchingPath.row(composites, months - 1);
        SecondOpinion opinion = last(composites);
        assertThat(taken).containsExactly(Arrays.copyOfRange(composites, months - row, months));
        assertThat(opinion.reason()).isEqualTo(reason == null ? null : NoSecondOpinion.TOO_FEW_MONTHS);
        if (leastStaying != null) {
            assertThat(SwitchingPath.model(row).leastStaying()).isEqualTo(leastStaying);
            SwitchingEstimate estimate =
                    ((SwitchingEstimate.Found) SwitchingEstimate.of(SwitchingPath.model(row), taken)).estimate();
            double[][] filtered = estimate.filtered().probabilities();
            assertThat(opinion.switching())
                    .isEqualTo(new AxisSwitching(
                            filtered[row - 1][1],
                            estimate.parameters().levels()[0],
                            estimate.parameters().levels()[1],
                            estimate.parameters().expectedDuration(0),
                            estimate.parameters().expectedDuration(1)));
        }
    }

    @Test
    void theStatesOfSwingsAreFoundAndScoredOnTheMonthsThatFollow() {
        double[] composites = swings(180, 5);
        SwitchingPath path = SwitchingPath.NONE.over(composites);
        AxisSwitching down = path.opinion(90).switching();
        AxisSwitching up = path.opinion(110).switching();
        assertThat(down.upper()).isLessThan(0.05);
        assertThat(up.upper()).isGreaterThan(0.95);
        assertThat(up.lowerMean()).isCloseTo(-1, within(0.2));
        assertThat(up.upperMean()).isCloseTo(1, within(0.2));
        assertThat(up.upperMonths()).isBetween(10.0, 60.0);
        assertThat(path.opinion(59).scores()).isEqualTo(BrierScores.NONE);
        BrierScores scores = path.opinion(179).scores();
        assertThat(scores.months()).isEqualTo(120);
        double sum = 0;
        double unchanged = 0;
        for (int month = 59; month < 179; month++) {
            double outcome = composites[month + 1] > 0 ? 1 : 0;
            double error = path.opinion(month).switching().upper() - outcome;
            sum += error * error;
            unchanged += composites[month] > 0 == composites[month + 1] > 0 ? 0 : 1;
        }
        assertThat(scores.model()).isCloseTo(sum / 120, within(1e-12));
        assertThat(scores.persistence()).isCloseTo(unchanged / 120, within(1e-12));
    }

    @Test
    void aMonthWithoutACompositeScoresNothingAndEndsTheRow() {
        double[] composites = swings(150, 7);
        composites[100] = Double.NaN;
        SwitchingPath path = SwitchingPath.NONE.over(composites);
        assertThat(path.opinion(99).switching()).isNotNull();
        assertThat(path.opinion(100).reason()).isEqualTo(NoSecondOpinion.TOO_FEW_MONTHS);
        assertThat(path.opinion(100).scores()).isEqualTo(path.opinion(99).scores());
        assertThat(path.opinion(149).scores()).isEqualTo(path.opinion(99).scores());
    }

    @Test
    void compositesThatNeverMoveHaveNoStates() {
        double[] flat = new double[80];
        assertThat(last(flat).reason()).isEqualTo(NoSecondOpinion.CONSTANT);
        assertThat(last(flat).switching()).isNull();
    }

    @Test
    void laterMonthsNeverChangeAnEarlierOpinion() {
        double[] composites = swings(140, 11);
        SwitchingPath whole = SwitchingPath.NONE.over(composites);
        for (int known = 1; known < 140; known += 17) {
            double[] other = swings(140, 100 + known);
            System.arraycopy(composites, 0, other, 0, known);
            SwitchingPath changed = SwitchingPath.NONE.over(other);
            for (int month = 0; month < known; month++) {
                assertThat(changed.opinion(month))
                        .as("month %d of %d", month, known)
                        .isEqualTo(whole.opinion(month));
            }
        }
    }

    @Test
    void whatWasAskedBeforeLeavesNoTrace() {
        SecondOpinions opinions = new SecondOpinions();
        double[] first = swings(120, 13);
        double[] revised = first.clone();
        revised[90] += 0.5;
        revised[110] = Double.NaN;
        for (double[] composites :
                new double[][] {first, Arrays.copyOf(first, 70), revised, first, new double[0], revised}) {
            SwitchingPath kept = opinions.of(Region.US, IndexSide.GROWTH, composites);
            SwitchingPath fresh = SwitchingPath.NONE.over(composites);
            opinions.of(Region.GB, IndexSide.GROWTH, swings(80, 17));
            for (int month = 0; month < composites.length; month++) {
                assertThat(kept.opinion(month)).isEqualTo(fresh.opinion(month));
            }
        }
    }
}
