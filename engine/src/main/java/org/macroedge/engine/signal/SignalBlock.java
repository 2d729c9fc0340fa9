package org.macroedge.engine.signal;

import java.util.Arrays;

/// The signal of one indicator at the instants of one block after another. It walks along the series with the blocks,
/// so no release is searched for twice. Belongs to one thread.
public final class SignalBlock {

    private final SignalSeries series;
    private final HalfLife halfLife;
    private final double[] values;
    private final double[] decayed;
    private int first = SignalSeries.NONE;
    private int last = SignalSeries.NONE;
    private boolean started;

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

    /// The signal in force at the first instant of the block, or [SignalSeries#NONE].
    public int first() {
        return first;
    }

    /// Takes the next block, which does not precede the last one.
    ///
    /// @return whether the signal can differ from 0 at any of its instants
    public boolean compute(InstantBlock block) {
        long second = block.second(0);
        first = started ? series.inForce(second, last) : series.inForce(second);
        last = first;
        started = true;
        if (block.length() == 1) {
            values[0] = series.sum(first, second);
            return values[0] != 0;
        }
        return series.addsUp() ? addUp(block) : latest(block);
    }

    private boolean addUp(InstantBlock block) {
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

    private boolean latest(InstantBlock block) {
        boolean live = false;
        int length = block.length();
        for (int start = 0; start < length; ) {
            int end = block.firstFrom(series.displacedAt(last), start);
            int dead = decayUntilDead(block, start, end);
            Arrays.fill(values, dead, end, 0);
            live |= dead > start;
            start = end;
            last += start < length ? 1 : 0;
        }
        return live;
    }

    /// Fills in the signal in force until it is no longer live, and returns the position where that is.
    private int decayUntilDead(InstantBlock block, int start, int end) {
        if (series.z(last) == 0) {
            return start;
        }
        int dead = Math.min(end, block.firstFrom(series.releasedAt(last) + halfLife.window(), start));
        decay(block, last, start, dead);
        return dead;
    }

    private void decay(InstantBlock block, int signal, int from, int to) {
        double age = block.second(0) - series.releasedAt(signal);
        halfLife.decay(series.z(signal), block.elapsed(), age, from, to, block.steps(), decayed);
    }
}
