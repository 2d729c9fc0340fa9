package org.macroedge.engine.switching;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Series and parameters for tests of switching models.
final class SwitchingFixture {

    private SwitchingFixture() {}

    /// Random parameters of a model: every transition possible, the autoregression stationary.
    static SwitchingParameters parameters(SwitchingModel model, SplittableRandom random) {
        int states = model.states();
        double[][] transition = new double[states][states];
        for (double[] row : transition) {
            Arrays.setAll(row, to -> random.nextDouble(0.1, 1));
            double sum = Arrays.stream(row).sum();
            Arrays.setAll(row, to -> row[to] / sum);
        }
        double common = random.nextDouble(0.5, 2);
        double[] deviations = random.doubles(states, 0.5, 2).toArray();
        if (!model.switchingVariance()) {
            Arrays.fill(deviations, common);
        }
        return new SwitchingParameters(
                transition,
                random.doubles(states, -2, 2).toArray(),
                random.doubles(model.order(), -0.3, 0.3).toArray(),
                deviations);
    }

    /// Two states of means −1 and 1.5 that last ten and twenty periods, with noise of half a unit.
    static double[] regimes(int periods, SplittableRandom random) {
        double[] series = new double[periods];
        boolean up = false;
        for (int period = 0; period < periods; period++) {
            up = random.nextDouble() < (up ? 0.05 : 0.1) ? !up : up;
            series[period] = (up ? 1.5 : -1) + 0.5 * gaussian(random);
        }
        return series;
    }

    /// The sum of twelve uniform numbers.
    static double gaussian(SplittableRandom random) {
        return random.doubles(12).sum() - 6;
    }

    static SwitchingEstimate found(SwitchingModel model, double[] series) {
        return ((SwitchingEstimate.Found) SwitchingEstimate.of(model, series)).estimate();
    }
}
