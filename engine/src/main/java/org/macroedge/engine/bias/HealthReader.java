package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.weight.ScaledWeights;

/// Reads from a walk how healthy the data behind an instrument's bias are and what the bias is made of: the sums behind
/// [DataHealth], [Composition] and [PairCoverage]. Belongs to one thread.
final class HealthReader {

    private final SignalWalk walk;
    private final SignalHealth[] shared;
    private final double[] live;
    private final double[] base;
    private final double[] quote;
    private final double[] fresh;
    private final double[] size;
    private final double[] trusted;
    private final double[] squares;
    private final double[] recent;
    private int instrument;

    HealthReader(SignalWalk walk, List<IndicatorInput> inputs) {
        this.walk = walk;
        int capacity = walk.block().capacity();
        this.shared = new SignalHealth[inputs.size()];
        for (int indicator : walk.indicators()) {
            shared[indicator] = new SignalHealth(inputs.get(indicator), capacity);
        }
        this.live = new double[capacity];
        this.base = new double[capacity];
        this.quote = new double[capacity];
        this.fresh = new double[capacity];
        this.size = new double[capacity];
        this.trusted = new double[capacity];
        this.squares = new double[capacity];
        this.recent = new double[capacity];
    }

    /// Computes what all instruments share of the block that the walk has reached.
    void step() {
        for (int indicator : walk.indicators()) {
            shared[indicator].compute(walk, indicator);
        }
    }

    /// Sums over the entries of an instrument.
    void read(int chosen) {
        instrument = chosen;
        for (double[] sum : List.of(live, base, quote, fresh, size, trusted, squares, recent)) {
            Arrays.fill(sum, 0);
        }
        ScaledWeights weights = walk.weights();
        int[] indicators = weights.indicators(instrument);
        double[] units = weights.units(instrument);
        for (int entry = 0; entry < units.length; entry++) {
            if (weights.isActive(instrument, entry)) {
                SignalHealth signal = shared[indicators[entry]];
                if (weights.dependsOnRelease()) {
                    addSignals(signal, indicators[entry], entry);
                } else {
                    add(signal, Math.abs(units[entry]), weights.size(instrument, entry));
                }
                if (weights.isPair(instrument)) {
                    addSide(signal, weights.isBase(instrument, entry) ? base : quote, weights.size(instrument, entry));
                }
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
            squares[i] += unit * unit * signal.squares[i];
            recent[i] += unit * signal.recent[i];
        }
    }

    /// The same of signals each with a weight of its own, at the only instant of the block.
    private void addSignals(SignalHealth health, int indicator, int entry) {
        double weight = walk.weights().size(instrument, entry);
        live[0] += weight * health.live[0];
        fresh[0] += weight * health.fresh[0];
        SignalSeries series = walk.series(indicator);
        long second = walk.block().second(0);
        for (int signal = walk.firstLive(indicator); signal <= walk.inForce(indicator); signal++) {
            double unit = walk.weights().unit(instrument, entry, series.releasedAt(signal));
            double absolute = Math.abs(unit * series.signal(signal, second));
            size[0] += absolute;
            trusted[0] += absolute * series.quality(signal);
            squares[0] += absolute * absolute;
            recent[0] += health.isRecent(signal, second) ? absolute : 0;
        }
    }

    private static void addSide(SignalHealth signal, double[] side, double weight) {
        for (int i = 0; i < side.length; i++) {
            side[i] += weight * signal.live[i];
        }
    }

    /// The health of the data of the instrument read last at an instant of the block.
    DataHealth health(int index) {
        return live[index] == 0
                ? DataHealth.NOTHING_LIVE
                : DataHealth.of(
                        live[index] / walk.weights().total(instrument),
                        fresh[index] / live[index],
                        size[index],
                        trusted[index]);
    }

    /// What the bias of the instrument read last is made of at an instant of the block.
    ///
    /// @param z the bias there
    Composition composition(int index, double z) {
        return Composition.of(size[index], Math.abs(z), squares[index], recent[index]);
    }

    /// The coverage of both sides of the pair read last at an instant of the block; null for another instrument.
    @Nullable
    PairCoverage sides(int index) {
        ScaledWeights weights = walk.weights();
        return weights.isPair(instrument)
                ? new PairCoverage(
                        coverage(base[index], weights.baseTotal(instrument)),
                        coverage(quote[index], weights.quoteTotal(instrument)))
                : null;
    }

    private static double coverage(double live, double total) {
        return total == 0 ? 0 : live / total;
    }
}
