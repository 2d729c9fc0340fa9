package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.List;
import org.macroedge.engine.weight.ScaledWeights;

/// Reads how far to trust an instrument's bias from a walk: the sums behind [Confidence]. Belongs to one thread.
final class HealthReader {

    private final SignalWalk walk;
    private final SignalHealth[] shared;
    private final double[] live;
    private final double[] fresh;
    private final double[] size;
    private final double[] trusted;
    private double total;
    private boolean history;

    HealthReader(SignalWalk walk, List<IndicatorInput> inputs) {
        this.walk = walk;
        int capacity = walk.block().capacity();
        this.shared = new SignalHealth[inputs.size()];
        for (int indicator : walk.indicators()) {
            shared[indicator] = new SignalHealth(inputs.get(indicator), capacity);
        }
        this.live = new double[capacity];
        this.fresh = new double[capacity];
        this.size = new double[capacity];
        this.trusted = new double[capacity];
    }

    /// Computes what all instruments share of the block that the walk has reached.
    void step() {
        for (int indicator : walk.indicators()) {
            shared[indicator].compute(walk, indicator);
        }
    }

    /// Sums over the entries of an instrument.
    void read(int instrument) {
        ScaledWeights weights = walk.weights();
        history = weights.hasHistory(instrument);
        total = weights.total(instrument);
        Arrays.fill(live, 0);
        Arrays.fill(fresh, 0);
        Arrays.fill(size, 0);
        Arrays.fill(trusted, 0);
        int[] indicators = weights.indicators(instrument);
        double[] units = weights.units(instrument);
        for (int entry = 0; entry < units.length; entry++) {
            if (units[entry] != 0) {
                add(shared[indicators[entry]], Math.abs(units[entry]), weights.size(instrument, entry));
            }
        }
    }

    private void add(SignalHealth signal, double unit, double weight) {
        for (int i = 0; i < live.length; i++) {
            double absolute = unit * signal.size[i];
            live[i] += weight * signal.live[i];
            fresh[i] += weight * signal.fresh[i];
            size[i] += absolute;
            trusted[i] += absolute * signal.quality[i];
        }
    }

    /// The confidence of the instrument read last at an instant of the block.
    ///
    /// @param z the bias there
    Confidence confidence(int index, double z) {
        return !history || live[index] == 0
                ? Confidence.NOTHING_LIVE
                : Confidence.of(
                        live[index] / total, fresh[index] / live[index], size[index], trusted[index], Math.abs(z));
    }
}
