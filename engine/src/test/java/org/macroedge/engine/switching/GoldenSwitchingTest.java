package org.macroedge.engine.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Estimates and filtered probabilities against those that statsmodels computed, made by `golden/switching.py`, and
/// against those that EViews and Stata print, as that script quotes them.
class GoldenSwitchingTest {

    private static final Map<String, SwitchingModel> MODELS = Map.of(
            "hamilton", new SwitchingModel(2, 4, SwitchingLevel.MEAN, false),
            "fedfunds", new SwitchingModel(2, 0, SwitchingLevel.MEAN, false),
            "three", new SwitchingModel(3, 1, SwitchingLevel.MEAN, false),
            "variance", new SwitchingModel(2, 0, SwitchingLevel.MEAN, true),
            "intercept", new SwitchingModel(2, 1, SwitchingLevel.INTERCEPT, true));

    private static List<String[]> lines(String file) {
        return new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(GoldenSwitchingTest.class.getResourceAsStream("/golden/" + file)),
                        StandardCharsets.UTF_8))
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static double[] series(String name) {
        return lines("switching-series.csv").stream()
                .filter(cells -> cells[0].equals(name))
                .mapToDouble(cells -> Double.parseDouble(cells[1]))
                .toArray();
    }

    /// By name: the value, and its standard error where there is one.
    private static Map<String, double[]> parameters(String name) {
        Map<String, double[]> parameters = new LinkedHashMap<>();
        for (String[] cells : lines("switching-parameters.csv")) {
            if (cells[0].equals(name)) {
                double error = cells[3].isEmpty() ? Double.NaN : Double.parseDouble(cells[3]);
                parameters.put(cells[1], new double[] {Double.parseDouble(cells[2]), error});
            }
        }
        return parameters;
    }

    private static SwitchingEstimate estimate(String name) {
        return SwitchingFixture.found(Objects.requireNonNull(MODELS.get(name)), series(name));
    }

    /// What a line of the file names.
    private static double named(
            String name, double[][] transition, double[] levels, double[] coefficients, double[] deviations) {
        int digit = name.charAt(name.length() - 1) - '0';
        return switch (name.replaceAll("\\d", "")) {
            case "p" -> transition[name.charAt(1) - '0'][digit];
            case "level" -> levels[digit];
            case "sigma" -> deviations[digit];
            case "ar" -> coefficients[digit - 1];
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "hamilton, hamilton, 1e-4, 1e-5",
        "fedfunds, fedfunds, 1e-4, 1e-5",
        "three, three, 1e-4, 1e-5",
        "variance, variance, 1e-4, 1e-5",
        "intercept, intercept, 1e-4, 1e-5",
        "hamilton, published-hamilton, 1e-5, 1e-5",
        "fedfunds, published-fedfunds, 1e-5, 1e-5"
    })
    void theMaximumAndItsStandardErrorsAreThoseOfOtherPrograms(
            String name, String origin, double tolerance, double toleranceOfLikelihood) {
        SwitchingEstimate estimate = estimate(name);
        SwitchingErrors errors = ((SwitchingErrors.Found) SwitchingErrors.of(estimate, series(name))).errors();
        SwitchingParameters found = estimate.parameters();
        Map<String, double[]> expected = parameters(origin);
        assertThat(estimate.logLikelihood())
                .isCloseTo(expected.remove("log-likelihood")[0], within(toleranceOfLikelihood));
        assertThat(expected).hasSizeGreaterThan(4);
        expected.forEach((parameter, value) -> {
            assertThat(named(parameter, found.transition(), found.levels(), found.coefficients(), found.deviations()))
                    .as(parameter)
                    .isCloseTo(value[0], within(tolerance));
            if (!Double.isNaN(value[1])) {
                assertThat(named(
                                parameter,
                                errors.transition(),
                                errors.levels(),
                                errors.coefficients(),
                                errors.deviations()))
                        .as("error of " + parameter)
                        .isCloseTo(value[1], within(tolerance));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hamilton", "fedfunds", "three", "variance", "intercept"})
    void theFilteredProbabilitiesAreThoseOfStatsmodels(String name) {
        double[][] found = estimate(name).filtered().probabilities();
        List<double[]> expected = lines("switching-filtered.csv").stream()
                .filter(cells -> cells[0].equals(name))
                .map(cells -> Arrays.stream(cells[1].split(";"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        assertThat(found).hasNumberOfRows(expected.size());
        for (int period = 0; period < found.length; period++) {
            for (int state = 0; state < found[period].length; state++) {
                assertThat(found[period][state])
                        .as("state %d in period %d", state, period)
                        .isCloseTo(expected.get(period)[state], within(1e-5));
            }
        }
    }

    /// All of the 131 that EViews prints, at the parameters that it prints.
    @Test
    void hamiltonsProbabilitiesAreThoseOfHisParameters() {
        Map<String, double[]> parameters = parameters("published-hamilton");
        double[] values = Arrays.stream(new String[] {"p00", "p10", "level0", "level1", "sigma0"})
                .mapToDouble(name -> parameters.get(name)[0])
                .toArray();
        SwitchingParameters listed = new SwitchingParameters(
                new double[][] {{values[0], 1 - values[0]}, {values[1], 1 - values[1]}},
                new double[] {values[2], values[3]},
                IntStream.rangeClosed(1, 4)
                        .mapToDouble(lag -> parameters.get("ar" + lag)[0])
                        .toArray(),
                new double[] {values[4], values[4]});
        FilteredStates filtered =
                FilteredStates.of(Objects.requireNonNull(MODELS.get("hamilton")), listed, series("hamilton"));
        List<String[]> expected = lines("hamilton-filtered.csv");
        assertThat(filtered.probabilities()).hasNumberOfRows(131);
        assertThat(expected).hasSize(131);
        for (int period = 0; period < 131; period++) {
            String[] cells = expected.get(period);
            assertThat(filtered.probabilities()[period][1])
                    .as(cells[0])
                    .isCloseTo(Double.parseDouble(cells[1]), within(1e-5));
        }
        assertThat(filtered.logLikelihood()).isCloseTo(-181.26339, within(1e-5));
        assertThat(listed.expectedDuration(0)).isCloseTo(4.0762, within(1e-4));
        assertThat(listed.expectedDuration(1)).isCloseTo(10.4259, within(1e-4));
    }
}
