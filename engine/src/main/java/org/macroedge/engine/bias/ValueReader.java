package org.macroedge.engine.bias;

import java.util.Arrays;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.weight.ScaledWeights;

/// Reads Z of an instrument from a walk: Σ (w/S)·s in ascending indicator id, from left to
/// right, over each single signal where its weight depends on its release. This is the only
/// place where Z is summed.
///
/// Weights and signals of 0 add nothing to a sum that begins at +0, so leaving them out does not change its bits.
/// Belongs to one thread.
final class ValueReader {

    private final SignalWalk walk;
    private final double[] sum;
    private final double[][] chosen;
    private final double[] weight;

    ValueReader(SignalWalk walk) {
        this.walk = walk;
        this.sum = new double[walk.block().capacity()];
        this.chosen = new double[walk.indicators().length][];
        this.weight = new double[walk.indicators().length];
    }

    /// Z at each instant of the block; NaN without history. The array is the same for every call.
    double[] read(int instrument) {
        ScaledWeights weights = walk.weights();
        int length = walk.block().length();
        if (!weights.hasHistory(instrument)) {
            Arrays.fill(sum, 0, length, Double.NaN);
        } else if (weights.dependsOnRelease()) {
            sum[0] = sumOfSignals(instrument);
        } else if (length == 1) {
            sum[0] = sum(weights.indicators(instrument), weights.units(instrument));
        } else {
            add(choose(weights.indicators(instrument), weights.units(instrument)), length);
        }
        return sum;
    }

    private double sum(int[] indicators, double[] units) {
        double[] signals = walk.now();
        double z = 0;
        for (int entry = 0; entry < units.length; entry++) {
            z += units[entry] * signals[indicators[entry]];
        }
        return z;
    }

    private double sumOfSignals(int instrument) {
        int[] indicators = walk.weights().indicators(instrument);
        long second = walk.block().second(0);
        double z = 0;
        for (int entry = 0; entry < indicators.length; entry++) {
            SignalSeries series = walk.series(indicators[entry]);
            int last = walk.inForce(indicators[entry]);
            for (int signal = walk.firstLive(indicators[entry]); signal <= last; signal++) {
                z += walk.weights().unit(instrument, entry, series.releasedAt(signal)) * series.signal(signal, second);
            }
        }
        return z;
    }

    private int choose(int[] indicators, double[] units) {
        int count = 0;
        for (int entry = 0; entry < units.length; entry++) {
            if (units[entry] != 0 && walk.isLive(indicators[entry])) {
                chosen[count] = walk.values(indicators[entry]);
                weight[count++] = units[entry];
            }
        }
        return count;
    }

    private void add(int count, int length) {
        Arrays.fill(sum, 0, length, 0);
        int entry = 0;
        for (; entry + 3 < count; entry += 4) {
            addFour(length, sum, entry, weight, chosen);
        }
        for (; entry < count; entry++) {
            addOne(length, sum, weight[entry], chosen[entry]);
        }
    }

    /// Four at a time, from left to right: the sum is read and written once instead of four times.
    private static void addFour(int length, double[] sum, int entry, double[] weight, double[][] chosen) {
        double w0 = weight[entry];
        double w1 = weight[entry + 1];
        double w2 = weight[entry + 2];
        double w3 = weight[entry + 3];
        double[] s0 = chosen[entry];
        double[] s1 = chosen[entry + 1];
        double[] s2 = chosen[entry + 2];
        double[] s3 = chosen[entry + 3];
        for (int i = 0; i < length; i++) {
            sum[i] = sum[i] + w0 * s0[i] + w1 * s1[i] + w2 * s2[i] + w3 * s3[i];
        }
    }

    private static void addOne(int length, double[] sum, double weight, double[] signal) {
        for (int i = 0; i < length; i++) {
            sum[i] += weight * signal[i];
        }
    }
}
