package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.List;
import org.macroedge.engine.signal.InstantBlock;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.weight.ScaledWeights;

/// Reads from a walk how much of the weight of a sum has a live signal: Σ|w| of live signals over Σ|w| of the
/// indicators in force in the catalogue. Belongs to one thread.
final class CoverageReader {

    private final SignalWalk walk;
    private final List<SignalSeries> series;
    private final double[] coverage;

    /// @param series of all indicators, ascending by id
    CoverageReader(SignalWalk walk, List<SignalSeries> series) {
        this.walk = walk;
        this.series = series;
        this.coverage = new double[walk.block().capacity()];
    }

    /// The coverage at each instant of the block; 0 where no indicator is in force. The array is the same for every
    /// call.
    double[] read(int row) {
        ScaledWeights weights = walk.weights();
        int[] indicators = weights.indicators(row);
        double[] units = weights.units(row);
        Arrays.fill(coverage, 0);
        for (int entry = 0; entry < units.length; entry++) {
            if (units[entry] != 0) {
                add(indicators[entry], weights.size(row, entry));
            }
        }
        double total = weights.total(row);
        for (int index = 0; index < walk.block().length(); index++) {
            coverage[index] = total == 0 ? 0 : coverage[index] / total;
        }
        return coverage;
    }

    private void add(int indicator, double weight) {
        InstantBlock block = walk.block();
        SignalSeries signals = series.get(indicator);
        int inForce = walk.inForce(indicator);
        for (int index = 0; index < block.length(); index++) {
            long second = block.second(index);
            inForce = signals.inForce(second, inForce);
            if (signals.firstLive(inForce, second) <= inForce) {
                coverage[index] += weight;
            }
        }
    }
}
