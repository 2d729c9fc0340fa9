package org.macroedge.engine.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What has no estimate says why, and what cannot be is refused by name.
class SwitchingRefusalsTest {

    private static final SwitchingModel TWO_MEANS = new SwitchingModel(2, 0, SwitchingLevel.MEAN, false);

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/switching-degenerate.csv", numLinesToSkip = 1)
    void aDegenerateSeriesHasACauseOrFiniteNumbers(String name, int periods, int states, int order, String expected) {
        SwitchingModel model = new SwitchingModel(states, order, SwitchingLevel.MEAN, true);
        SwitchingModel common = new SwitchingModel(states, order, SwitchingLevel.MEAN, false);
        double[] series = degenerate(name, periods);
        SwitchingEstimate.Result result = SwitchingEstimate.of(common, series);
        if (result instanceof SwitchingEstimate.NotFound(NoEstimate cause)) {
            assertThat(cause.code()).isEqualTo(expected);
            assertThat(SwitchingEstimate.of(model, series)).isEqualTo(result);
            return;
        }
        assertThat(expected).isEqualTo("found");
        SwitchingEstimate estimate = ((SwitchingEstimate.Found) result).estimate();
        assertThat(estimate.logLikelihood()).isFinite();
        assertThat(DoubleStream.of(estimate.parameters().levels())).allMatch(Double::isFinite);
        for (double[] row : estimate.filtered().probabilities()) {
            assertThat(DoubleStream.of(row).sum()).isCloseTo(1, within(1e-9));
        }
        switch (SwitchingErrors.of(estimate, series)) {
            case SwitchingErrors.Found(SwitchingErrors errors) ->
                assertThat(DoubleStream.of(errors.levels())).allMatch(error -> error >= 0 && Double.isFinite(error));
            case SwitchingErrors.NotFound(NoEstimate cause) -> assertThat(cause).isEqualTo(NoEstimate.FLAT);
        }
    }

    /// The middle state always lies between the others, so that the probability of a step past it is 0.
    @Test
    void aMaximumAtTheEdgeOfWhatIsPossibleHasNoStandardErrors() {
        int[] places = {0, 1, 2, 1};
        SplittableRandom random = new SplittableRandom(79);
        double[] series = new double[240];
        Arrays.setAll(series, period -> 5 * places[period / 15 % 4] + SwitchingFixture.gaussian(random));
        SwitchingEstimate estimate =
                SwitchingFixture.found(new SwitchingModel(3, 0, SwitchingLevel.MEAN, false), series);
        assertThat(estimate.parameters().transition()[0][2]).isCloseTo(0, within(1e-6));
        assertThat(estimate.parameters().transition()[2][0]).isCloseTo(0, within(1e-6));
        assertThat(SwitchingErrors.of(estimate, series)).isEqualTo(new SwitchingErrors.NotFound(NoEstimate.FLAT));
    }

    private static double[] degenerate(String name, int periods) {
        SplittableRandom random = new SplittableRandom(73);
        double[] noise = new double[periods];
        Arrays.setAll(noise, period -> SwitchingFixture.gaussian(random));
        double[] series = new double[periods];
        Arrays.setAll(series, period -> switch (name) {
            case "zeros" -> 0;
            case "constant" -> 7.25;
            case "rounding" -> 1e6 + 1e-9 * noise[period];
            case "tiny" -> 1e-60 * noise[period];
            case "nan" -> period == 100 ? Double.NaN : noise[period];
            case "infinite" -> period == 100 ? Double.NEGATIVE_INFINITY : noise[period];
            case "beyond" -> period == 100 ? 1e41 : noise[period];
            case "noise" -> noise[period];
            case "alternating" -> period % 2;
            case "two-levels" -> period % 20 < 8 ? 1 : 0;
            case "spike" -> period == 50 ? 1000 : noise[period];
            case "step" -> period < 50 ? 0 : 1;
            case "line" -> period;
            case "huge" -> 1e38 * (noise[period] + period / 10 % 2);
            case "small" -> 1e-30 * (noise[period] + period / 10 % 2);
            default -> throw new IllegalArgumentException(name);
        });
        return series;
    }

    @Test
    void parametersAndModelsThatCannotBeAreRefusedByName() {
        double[][] fair = {{0.5, 0.5}, {0.5, 0.5}};
        double[] two = {1, 2};
        double[] none = {};
        assertRefused(() -> new SwitchingModel(4, 0, SwitchingLevel.MEAN, false), "2 or 3 states, not 4");
        assertRefused(() -> new SwitchingModel(1, 0, SwitchingLevel.MEAN, false), "2 or 3 states, not 1");
        assertRefused(() -> new SwitchingModel(2, 7, SwitchingLevel.MEAN, false), "from 0 to 6, not 7");
        assertRefused(() -> new SwitchingModel(2, -1, SwitchingLevel.MEAN, false), "from 0 to 6, not -1");
        assertRefused(() -> new SwitchingModel(2, 0, SwitchingLevel.MEAN, false, 1), "[0, 1), not 1.0");
        assertRefused(() -> new SwitchingModel(2, 0, SwitchingLevel.MEAN, false, -0.1), "[0, 1), not -0.1");
        assertRefused(() -> new SwitchingParameters(fair, new double[3], none, two), "one number of states");
        assertRefused(() -> new SwitchingParameters(fair, two, none, new double[1]), "one number of states");
        assertRefused(() -> new SwitchingParameters(new double[][] {{1.5, -0.5}, {0, 1}}, two, none, two), "not 1.5");
        assertRefused(() -> new SwitchingParameters(new double[][] {{-0.5, 1.5}, {0, 1}}, two, none, two), "not -0.5");
        assertRefused(() -> new SwitchingParameters(new double[][] {{0.5, 0.4}, {0, 1}}, two, none, two), "sum to 1");
        assertRefused(() -> new SwitchingParameters(new double[][] {{1}, {0, 1}}, two, none, two), "has 2");
        assertRefused(() -> new SwitchingParameters(fair, new double[] {Double.NaN, 0}, none, two), "level", "not NaN");
        assertRefused(() -> new SwitchingParameters(fair, two, new double[] {1e51}, two), "coefficient", "1.0E51");
        assertRefused(() -> new SwitchingParameters(fair, two, none, new double[2]), "at least 1e-50, not 0.0");
        SwitchingParameters good = new SwitchingParameters(fair, two, none, two);
        assertRefused(() -> FilteredStates.of(TWO_MEANS, good, none), "0 values", "order 0");
        assertRefused(() -> FilteredStates.of(TWO_MEANS, good, new double[] {Double.NaN}), "not NaN");
        assertRefused(
                () -> FilteredStates.of(new SwitchingModel(2, 1, SwitchingLevel.MEAN, false), good, two),
                "2 states and order 0",
                "2 and 1");
        assertRefused(
                () -> FilteredStates.of(new SwitchingModel(3, 0, SwitchingLevel.MEAN, false), good, two),
                "2 states and order 0",
                "3 and 0");
        double[][] apart = {{1, 0}, {0, 1}};
        assertRefused(
                () -> FilteredStates.of(TWO_MEANS, new SwitchingParameters(apart, two, none, two), two), "never meet");
        double[] three = {-1, 0, 1};
        double[] ones = {1, 1, 1};
        for (double[][] parts :
                new double[][][] {{{0.9, 0.1, 0}, {0.9, 0.1, 0}, {0, 0, 1}}, {{1, 0, 0}, {0.2, 0.5, 0.3}, {0, 0, 1}}}) {
            assertRefused(
                    () -> FilteredStates.of(
                            new SwitchingModel(3, 0, SwitchingLevel.MEAN, false),
                            new SwitchingParameters(parts, three, none, ones),
                            two),
                    "never meet");
        }
        assertThat(new SwitchingParameters(apart, two, none, two).expectedDuration(0))
                .isInfinite();
    }

    private static void assertRefused(Runnable making, String... parts) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    /// From the first two states the chain ends in the third, and never leaves it.
    @Test
    void aStateWithoutReturnHasNoPlaceInTheStationaryDistribution() {
        FilteredStates states = FilteredStates.of(
                new SwitchingModel(3, 0, SwitchingLevel.MEAN, false),
                new SwitchingParameters(
                        new double[][] {{0.5, 0.3, 0.2}, {0.1, 0.7, 0.2}, {0, 0, 1}},
                        new double[] {-1, 0, 1},
                        new double[0],
                        new double[] {1, 1, 1}),
                new double[] {-1, 0.5});

        assertThat(states.probabilities()[0][0]).isBetween(0.0, 1e-15);
        assertThat(states.probabilities()[1][2]).isCloseTo(1, within(1e-12));
    }

    @Test
    void parametersDoNotShareTheirArrays() {
        double[] levels = {1, 2};
        SwitchingParameters parameters = new SwitchingParameters(
                new double[][] {{0.5, 0.5}, {0.5, 0.5}}, levels, new double[0], new double[] {1, 1});
        levels[0] = 9;
        assertThat(parameters.levels()).containsExactly(1, 2);
    }
}
