package org.macroedge.engine.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Correlations;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;

class AnalyticScaleTest {

    private static final Correlations CORRELATIONS = new Correlations(0.10, 0.02, 0.01);

    /// The design's own figure for a monthly signal with a half-life of 30 days, simulated 0.534.
    @Test
    void theVarianceOfAMonthlySignalIsTheOneDerived() {
        assertThat(AnalyticScale.signalVariance(SignalMode.LATEST, 30, 30.4375)).isCloseTo(0.537, within(5e-4));
    }

    /// Against the sum that it stands for, of releases of variance 1 that overlap, averaged over a period second by
    /// second but for the step: Σ over ages within four half-lives of 4^(−age/h).
    @Test
    void theVarianceOfASumCountsEveryReleaseInsideTheWindow() {
        double period = 30.4375;
        double total = 0;
        int steps = 10_000;
        for (int step = 0; step < steps; step++) {
            for (double age = (step + 0.5) * period / steps; age < 120; age += period) {
                total += Math.pow(4, -age / 30);
            }
        }
        assertThat(AnalyticScale.signalVariance(SignalMode.SUM, 30, period)).isCloseTo(total / steps, within(1e-6));
    }

    /// Against the double sum over all ordered pairs, written out.
    @Test
    void equalsTheSumOverAllPairs() {
        List<Indicator> indicators = List.of(
                Samples.indicator("us-a", Region.US, Category.GROWTH),
                Samples.indicator("us-b", Region.US, Category.GROWTH),
                Samples.indicator("us-c", Region.US, Category.INFLATION),
                Samples.indicator("de-a", Region.DE, Category.GROWTH),
                Samples.indicator("fr-a", Region.FR, Category.GROWTH));
        double[] weights = {1, -2, 3, 0.5, -1.5};
        AnalyticScale scale = new AnalyticScale();
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            scale.add(indicators.get(i), weights[i], 0.5);
            for (int j = 0; j < weights.length; j++) {
                variance += weights[i]
                        * weights[j]
                        * 0.5
                        * (i == j ? 1 : correlation(indicators.get(i), indicators.get(j)));
            }
        }
        assertThat(scale.scale(CORRELATIONS)).isCloseTo(Math.sqrt(variance), within(1e-12));
    }

    private static double correlation(Indicator one, Indicator other) {
        if (one.region().bloc() != other.region().bloc()) {
            return 0.01;
        }
        return one.category() == other.category() ? 0.10 : 0.02;
    }

    @Test
    void nothingHasNoScale() {
        assertThat(new AnalyticScale().scale(CORRELATIONS)).isZero();
    }

    @Test
    void refusesACorrelationOutsideItsRange() {
        assertThatThrownBy(() -> new Correlations(1, 0, 0)).hasMessage("sameCategory 1.0 is not in [0, 1)");
        assertThatThrownBy(() -> new Correlations(0, -0.1, 0)).hasMessage("sameBloc -0.1 is not in [0, 1)");
    }
}
