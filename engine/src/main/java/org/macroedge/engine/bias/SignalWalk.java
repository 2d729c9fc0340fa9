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
/// A history takes blocks of up to 64 instants, a single answer a block of one, and the live path one block of one
/// after another. Every reader keeps the order of its sums, so all of these give the same bits. Belongs to one thread.
final class SignalWalk {

    private final int[] indicators;
    private final SignalBlock[] signals;
    private final double[][] values;
    private final boolean[] live;
    private final int[] first;
    private final InstantBlock block;
    private ScaledWeights weights;

    /// @param series of all indicators, ascending by id
    /// @param indicators the positions of those that are read
    /// @param weights those of the first block
    SignalWalk(List<SignalSeries> series, int[] indicators, InstantBlock block, ScaledWeights weights) {
        this.indicators = indicators;
        this.block = block;
        this.weights = weights;
        this.signals = new SignalBlock[indicators.length];
        this.values = new double[series.size()][];
        this.live = new boolean[series.size()];
        this.first = new int[series.size()];
        for (int index = 0; index < indicators.length; index++) {
            signals[index] = new SignalBlock(series.get(indicators[index]), block.capacity());
            values[indicators[index]] = signals[index].values();
        }
    }

    /// Computes the signals at the instants that the block has moved to.
    ///
    /// @param now the weights that hold at each of these instants
    void step(ScaledWeights now) {
        weights = now;
        for (int index = 0; index < signals.length; index++) {
            int indicator = indicators[index];
            live[indicator] = signals[index].compute(block);
            first[indicator] = signals[index].first();
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

    /// Whether a signal can differ from 0 at any instant of the block.
    boolean isLive(int indicator) {
        return live[indicator];
    }

    /// The signals of an indicator, one per instant of the block; 0 where none is live.
    double[] values(int indicator) {
        return values[indicator];
    }

    /// The signal in force at the first instant of the block, or [SignalSeries#NONE].
    int inForce(int indicator) {
        return first[indicator];
    }
}
