package org.macroedge.engine.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws of the filter, its gradient and its maximum, on random parameters and series.
class SwitchingLawsTest {

    private static final SwitchingModel TWO_MEANS = new SwitchingModel(2, 0, SwitchingLevel.MEAN, false);

    static Stream<SwitchingModel> models() {
        return Stream.of(
                TWO_MEANS,
                new SwitchingModel(2, 2, SwitchingLevel.MEAN, true),
                new SwitchingModel(2, 4, SwitchingLevel.MEAN, false, 0.3),
                new SwitchingModel(2, 1, SwitchingLevel.INTERCEPT, false),
                new SwitchingModel(3, 0, SwitchingLevel.INTERCEPT, true, 0.5),
                new SwitchingModel(3, 2, SwitchingLevel.MEAN, false),
                new SwitchingModel(3, 3, SwitchingLevel.INTERCEPT, true));
    }

    /// The density of a series is the sum over all paths of states of their probability times their density.
    @ParameterizedTest
    @MethodSource("models")
    void theLikelihoodAndTheFilterAreSumsOverAllPaths(SwitchingModel model) {
        SplittableRandom random = new SplittableRandom(41);
        SwitchingParameters parameters = SwitchingFixture.parameters(model, random);
        double[] series = random.doubles(model.order() + 4, -3, 3).toArray();
        double[] stationary = stationary(parameters.transition());
        double[] byLast = new double[model.states()];
        int paths = (int) Math.pow(model.states(), series.length);
        for (int path = 0; path < paths; path++) {
            int[] states = new int[series.length];
            for (int period = 0, rest = path; period < series.length; period++, rest /= model.states()) {
                states[period] = rest % model.states();
            }
            byLast[states[series.length - 1]] += density(model, parameters, series, states, stationary);
        }
        double whole = DoubleStream.of(byLast).sum();
        FilteredStates filtered = FilteredStates.of(model, parameters, series);
        assertThat(filtered.logLikelihood()).isCloseTo(Math.log(whole), within(1e-11));
        double[] last = filtered.probabilities()[filtered.probabilities().length - 1];
        for (int state = 0; state < model.states(); state++) {
            assertThat(last[state]).isCloseTo(byLast[state] / whole, within(1e-12));
        }
    }

    /// The rows of a high power of the transitions.
    private static double[] stationary(double[][] transition) {
        double[] row = new double[transition.length];
        row[0] = 1;
        for (int power = 0; power < 2000; power++) {
            double[] before = row;
            double[] next = new double[row.length];
            Arrays.setAll(next, to -> {
                double sum = 0;
                for (int from = 0; from < before.length; from++) {
                    sum += before[from] * transition[from][to];
                }
                return sum;
            });
            row = next;
        }
        return row;
    }

    private static double density(
            SwitchingModel model, SwitchingParameters parameters, double[] series, int[] states, double[] stationary) {
        double density = stationary[states[0]];
        for (int period = 1; period < series.length; period++) {
            density *= parameters.transition()[states[period - 1]][states[period]];
        }
        boolean mean = model.level() == SwitchingLevel.MEAN;
        for (int period = model.order(); period < series.length; period++) {
            double residual = series[period] - parameters.levels()[states[period]];
            for (int lag = 1; lag <= model.order(); lag++) {
                double earlier = series[period - lag] - (mean ? parameters.levels()[states[period - lag]] : 0);
                residual -= parameters.coefficients()[lag - 1] * earlier;
            }
            double deviation = parameters.deviations()[states[period]];
            double z = residual / deviation;
            density *= Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
        }
        return density;
    }

    @ParameterizedTest
    @MethodSource("models")
    void theGradientIsThatOfDifferences(SwitchingModel model) {
        SplittableRandom random = new SplittableRandom(43);
        double[] series =
                StandardisedSeries.of(SwitchingFixture.regimes(60, random)).values();
        NegativeLikelihood function = new NegativeLikelihood(model, new FreeParameters(model, 0.01), series);
        double[] point = random.doubles(model.parameters(), -1, 1).toArray();
        double[] gradient = new double[point.length];
        function.value(point, gradient);
        double[] unused = new double[point.length];
        double step = 1e-5;
        for (int index = 0; index < point.length; index++) {
            double[] moved = point.clone();
            moved[index] = point[index] + step;
            double above = function.value(moved, unused);
            moved[index] = point[index] - step;
            double slope = (above - function.value(moved, unused)) / (2 * step);
            assertThat(gradient[index]).as("element %d", index).isCloseTo(slope, within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void laterValuesNeverChangeAnEarlierProbability(SwitchingModel model) {
        SplittableRandom random = new SplittableRandom(47);
        SwitchingParameters parameters = SwitchingFixture.parameters(model, random);
        double[] series = random.doubles(80, -5, 5).toArray();
        double[][] whole = FilteredStates.of(model, parameters, series).probabilities();
        for (int known = model.order() + 1; known <= series.length; known += 13) {
            double[] other = random.doubles(80, -1e6, 1e6).toArray();
            System.arraycopy(series, 0, other, 0, known);
            double[][] changed = FilteredStates.of(model, parameters, other).probabilities();
            assertThat(Arrays.copyOf(changed, known - model.order()))
                    .isDeepEqualTo(Arrays.copyOf(whole, known - model.order()));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theProbabilitiesOfAPeriodAddUpToOneWhateverTheOutlier(SwitchingModel model) {
        SplittableRandom random = new SplittableRandom(53);
        SwitchingParameters parameters = SwitchingFixture.parameters(model, random);
        double[] series = random.doubles(40, -3, 3).toArray();
        series[20] = 1e49;
        series[30] = -1e12;
        FilteredStates filtered = FilteredStates.of(model, parameters, series);
        assertThat(filtered.logLikelihood()).isFinite();
        for (double[] row : filtered.probabilities()) {
            assertThat(DoubleStream.of(row)).allMatch(probability -> probability >= 0 && probability <= 1);
            assertThat(DoubleStream.of(row).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void anEstimateFollowsTheUnitOfItsSeries() {
        for (SwitchingLevel level : SwitchingLevel.values()) {
            SwitchingModel model = new SwitchingModel(2, 1, level, true);
            double[] series = SwitchingFixture.regimes(150, new SplittableRandom(59));
            double[] other =
                    Arrays.stream(series).map(value -> 250 * value - 4000).toArray();
            SwitchingEstimate estimate = SwitchingFixture.found(model, series);
            SwitchingParameters first = estimate.parameters();
            SwitchingEstimate moved = SwitchingFixture.found(model, other);
            double share = level == SwitchingLevel.MEAN ? 1 : 1 - first.coefficients()[0];
            assertThat(moved.parameters().coefficients()[0]).isCloseTo(first.coefficients()[0], within(1e-6));
            for (int state = 0; state < 2; state++) {
                double expected = 250 * first.levels()[state] - 4000 * share;
                assertThat(moved.parameters().levels()[state]).isCloseTo(expected, within(1e-2));
                assertThat(moved.parameters().deviations()[state] / 250)
                        .isCloseTo(first.deviations()[state], within(1e-6));
            }
            assertThat(moved.logLikelihood()).isCloseTo(estimate.logLikelihood() - 149 * Math.log(250), within(1e-7));
            SwitchingErrors errors = ((SwitchingErrors.Found) SwitchingErrors.of(estimate, series)).errors();
            SwitchingErrors movedErrors = ((SwitchingErrors.Found) SwitchingErrors.of(moved, other)).errors();
            assertThat(movedErrors.deviations()[1] / 250).isCloseTo(errors.deviations()[1], within(1e-6));
            assertThat(movedErrors.coefficients()[0]).isCloseTo(errors.coefficients()[0], within(1e-6));
        }
    }

    @Test
    void aSeriesInAMirrorTurnsTheStates() {
        double[] series = SwitchingFixture.regimes(120, new SplittableRandom(61));
        SwitchingEstimate estimate = SwitchingFixture.found(TWO_MEANS, series);
        SwitchingEstimate turned = SwitchingFixture.found(
                TWO_MEANS, Arrays.stream(series).map(value -> -value).toArray());
        for (int state = 0; state < 2; state++) {
            assertThat(turned.parameters().levels()[state])
                    .isCloseTo(-estimate.parameters().levels()[1 - state], within(1e-6));
            assertThat(turned.parameters().expectedDuration(state))
                    .isCloseTo(estimate.parameters().expectedDuration(1 - state), within(1e-4));
        }
    }

    @Test
    void theSameSeriesGivesTheSameBitsAndStatesInTheOrderOfTheirLevels() {
        SwitchingModel model = new SwitchingModel(3, 1, SwitchingLevel.MEAN, true);
        double[] series = SwitchingFixture.regimes(200, new SplittableRandom(67));
        SwitchingEstimate first = SwitchingFixture.found(model, series);
        SwitchingEstimate second = SwitchingFixture.found(model, series.clone());
        assertThat(second.parameters().transition())
                .isDeepEqualTo(first.parameters().transition());
        assertThat(second.parameters().levels())
                .isEqualTo(first.parameters().levels())
                .isSorted();
        assertThat(second.filtered().probabilities())
                .isDeepEqualTo(first.filtered().probabilities());
    }

    @Test
    void theMaximumIsHigherThanTheParametersThatMadeTheSeries() {
        for (long seed = 1; seed <= 5; seed++) {
            double[] series = SwitchingFixture.regimes(150, new SplittableRandom(seed));
            SwitchingParameters origin = new SwitchingParameters(
                    new double[][] {{0.9, 0.1}, {0.05, 0.95}}, new double[] {-1, 1.5}, new double[0], new double[] {
                        0.5, 0.5
                    });
            assertThat(SwitchingFixture.found(TWO_MEANS, series).logLikelihood())
                    .as("seed %d", seed)
                    .isGreaterThan(FilteredStates.of(TWO_MEANS, origin, series).logLikelihood());
        }
    }

    @Test
    void noStateIsLeftSoonerThanTheModelAllows() {
        SwitchingModel restricted = new SwitchingModel(2, 0, SwitchingLevel.MEAN, false, 0.75);
        double[] alternating = new double[100];
        SplittableRandom random = new SplittableRandom(71);
        Arrays.setAll(alternating, period -> (period % 2 == 0 ? 1 : -1) + 0.3 * SwitchingFixture.gaussian(random));
        SwitchingParameters found =
                SwitchingFixture.found(restricted, alternating).parameters();
        SwitchingParameters free =
                SwitchingFixture.found(TWO_MEANS, alternating).parameters();
        for (int state = 0; state < 2; state++) {
            assertThat(found.transition()[state][state]).isBetween(0.75, 1.0);
            assertThat(found.expectedDuration(state)).isGreaterThanOrEqualTo(4);
            assertThat(free.transition()[state][state]).isLessThan(0.1);
        }
    }
}
