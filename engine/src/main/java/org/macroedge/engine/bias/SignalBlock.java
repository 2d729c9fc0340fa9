package org.macroedge.engine.bias;

import java.util.Arrays;
import org.macroedge.engine.numeric.HalfLife;

/// The signal of one indicator at the instants of one block after another. It walks along the series with the blocks,
/// so that no release is searched for twice. Belongs to one thread.
final class SignalBlock {

    private final SignalSeries series;
    private final HalfLife halfLife;
    private final double[] values = new double[InstantBlock.LENGTH];
    private final double[] one = new double[InstantBlock.LENGTH];
    private int signal = SignalSeries.NONE;
    private boolean started;

    SignalBlock(SignalSeries series) {
        this.series = series;
        this.halfLife = series.halfLife();
    }

    /// The signals, one per instant of the block; without meaning where none is live.
    double[] values() {
        return values;
    }

    /// Takes the next block, which lies after the last one.
    ///
    /// @return whether the signal is live at any of its instants
    boolean compute(InstantBlock block) {
        return series.addsUp() ? addUp(block) : latest(block);
    }

    private boolean addUp(InstantBlock block) {
        int length = block.length();
        Arrays.fill(values, 0, length, 0);
        boolean live = false;
        int last = series.inForce(block.second(length - 1));
        for (int each = series.firstLive(series.inForce(block.second(0)), block.second(0)); each <= last; each++) {
            long releasedAt = series.releasedAt(each);
            int start = block.firstFrom(releasedAt, 0);
            int end = block.firstFrom(releasedAt + halfLife.window(), start);
            halfLife.decay(
                    series.z(each), block.elapsed(), block.second(0) - releasedAt, start, end, block.steps(), one);
            for (int at = start; at < end; at++) {
                values[at] += one[at];
            }
            live |= end > start;
        }
        return live;
    }

    private boolean latest(InstantBlock block) {
        signal = started ? series.inForce(block.second(0), signal) : series.inForce(block.second(0));
        started = true;
        boolean live = false;
        int length = block.length();
        for (int start = 0; start < length; ) {
            int end = block.firstFrom(series.displacedAt(signal), start);
            int dead = decay(block, start, end);
            Arrays.fill(values, dead, end, 0);
            live |= dead > start;
            start = end;
            signal += start < length ? 1 : 0;
        }
        return live;
    }

    /// Fills in the signal in force until it is rolled off, and says where that is.
    private int decay(InstantBlock block, int start, int end) {
        double z = series.z(signal);
        if (z == 0) {
            return start;
        }
        long releasedAt = series.releasedAt(signal);
        int dead = Math.min(end, block.firstFrom(releasedAt + halfLife.window(), start));
        halfLife.decay(z, block.elapsed(), block.second(0) - releasedAt, start, dead, block.steps(), values);
        return dead;
    }
}
