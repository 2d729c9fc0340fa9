package org.macroedge.engine.signal;

import java.util.Arrays;

/// The signal of one indicator at the instants of a block. Belongs to one thread.
public final class SignalBlock {

    private final SignalSeries series;
    private final HalfLife halfLife;
    private final double[] values;
    private final double[] decayed;

    /// @param capacity how many instants a block can hold
    public SignalBlock(SignalSeries series, int capacity) {
        this.series = series;
        this.halfLife = series.halfLife();
        this.values = new double[capacity];
        this.decayed = series.addsUp() ? new double[capacity] : values;
    }

    /// The signals, one per instant of the block; 0 where none is live. The array is the same for every block.
    public double[] values() {
        return values;
    }

    /// Computes the signals of a block.
    ///
    /// @param first the signal in force at its first instant
    /// @return whether the signal can differ from 0 at any of its instants
    public boolean compute(InstantBlock block, int first) {
        return series.addsUp() ? addUp(block, first) : latest(block, first);
    }

    private boolean addUp(InstantBlock block, int first) {
        int length = block.length();
        Arrays.fill(values, 0, length, 0);
        boolean live = false;
        int end = series.inForce(block.second(length - 1), first);
        for (int signal = series.firstLive(first, block.second(0)); signal <= end; signal++) {
            long releasedAt = series.releasedAt(signal);
            int from = block.firstFrom(releasedAt, 0);
            int to = block.firstFrom(releasedAt + halfLife.window(), from);
            decay(block, signal, from, to);
            for (int index = from; index < to; index++) {
                values[index] += decayed[index];
            }
            live |= to > from;
        }
        return live;
    }

    private boolean latest(InstantBlock block, int first) {
        int signal = first;
        boolean live = false;
        int length = block.length();
        for (int start = 0; start < length; ) {
            int end = block.firstFrom(series.displacedAt(signal), start);
            int dead = decayUntilDead(block, signal, start, end);
            Arrays.fill(values, dead, end, 0);
            live |= dead > start;
            start = end;
            signal++;
        }
        return live;
    }

    /// Fills in the signal in force until it is no longer live, and returns the position where that is.
    private int decayUntilDead(InstantBlock block, int signal, int start, int end) {
        if (series.z(signal) == 0) {
            return start;
        }
        int dead = Math.min(end, block.firstFrom(series.releasedAt(signal) + halfLife.window(), start));
        decay(block, signal, start, dead);
        return dead;
    }

    private void decay(InstantBlock block, int signal, int from, int to) {
        double age = block.second(0) - series.releasedAt(signal);
        halfLife.decay(series.z(signal), block.elapsed(), age, from, to, block.steps(), decayed);
    }
}
