package org.macroedge.engine.bias;

import java.util.List;
import org.macroedge.engine.signal.InstantBlock;
import org.macroedge.engine.signal.SignalBlock;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.weight.ScaledWeights;

/// A walk over the signals of all indicators, from one block of instants to the next. At each block it computes every
/// signal once, for all instruments. A reader then makes one pass per instrument over its entries, in ascending
/// indicator id, with the block as the inner loop.
///
/// A history takes blocks of up to 64 instants, or of one where each signal has a weight of its
/// own, a single answer a block of one, and the live path one block of one after another. Every
/// reader keeps the order of its sums, so all of these give the same bits. Belongs to one
/// thread.
final class SignalWalk {

    private final int[] indicators;
    private final SignalSeries[] series;
    private final int[] inForce;
    private final SignalBlock[] signals;
    private final boolean[] live;
    private final double[] now;
    private final InstantBlock block;
    private ScaledWeights weights;
    private boolean started;

    /// @param series of all indicators, ascending by id
    /// @param indicators the positions of those that are read
    /// @param weights those of the first block
    SignalWalk(List<SignalSeries> series, int[] indicators, InstantBlock block, ScaledWeights weights) {
        this.indicators = indicators;
        this.series = series.toArray(SignalSeries[]::new);
        this.block = block;
        this.weights = weights;
        int size = this.series.length;
        this.inForce = new int[size];
        this.signals = new SignalBlock[size];
        this.live = new boolean[size];
        this.now = new double[size];
        if (block.capacity() > 1) {
            for (int indicator : indicators) {
                signals[indicator] = new SignalBlock(this.series[indicator], block.capacity());
            }
        }
    }

    /// The first signal of an indicator that is live at the only instant of the block; the
    /// position after that in force where none is.
    int firstLive(int indicator) {
        return series[indicator].firstLive(inForce[indicator], block.second(0));
    }

    /// The signals of an indicator.
    SignalSeries series(int indicator) {
        return series[indicator];
    }

    /// Computes the signals at the instants that the block has moved to, which do not precede the last ones.
    ///
    /// @param current the weights that hold at each of these instants
    void step(ScaledWeights current) {
        weights = current;
        long second = block.second(0);
        if (!started) {
            search(second);
        }
        if (block.length() == 1) {
            computeOne(second);
        } else {
            computeBlock(second);
        }
    }

    private void search(long second) {
        for (int indicator : indicators) {
            inForce[indicator] = series[indicator].inForce(second);
        }
        started = true;
    }

    private void computeOne(long second) {
        for (int indicator : indicators) {
            int signal = series[indicator].inForce(second, inForce[indicator]);
            inForce[indicator] = signal;
            now[indicator] = series[indicator].sum(signal, second);
        }
    }

    private void computeBlock(long second) {
        for (int indicator : indicators) {
            inForce[indicator] = series[indicator].inForce(second, inForce[indicator]);
            live[indicator] = signals[indicator].compute(block, inForce[indicator]);
        }
    }

    InstantBlock block() {
        return block;
    }

    ScaledWeights weights() {
        return weights;
    }

    /// The positions of the indicators that are read, ascending.
    int[] indicators() {
        return indicators;
    }

    /// The signals of all indicators at the only instant of the block; 0 where none is live.
    double[] now() {
        return now;
    }

    /// Whether a signal can differ from 0 at any of several instants of the block.
    boolean isLive(int indicator) {
        return live[indicator];
    }

    /// The signals of an indicator at several instants of the block; 0 where none is live.
    double[] values(int indicator) {
        return signals[indicator].values();
    }

    /// One signal of an indicator, at an instant of the block.
    double value(int indicator, int index) {
        return block.length() == 1 ? now[indicator] : values(indicator)[index];
    }

    /// The signal in force at the first instant of the block, or [SignalSeries#NONE].
    int inForce(int indicator) {
        return inForce[indicator];
    }
}
