package org.macroedge.engine.bias;

import org.macroedge.engine.completeness.Lateness;
import org.macroedge.engine.signal.InstantBlock;
import org.macroedge.engine.signal.SignalSeries;

/// The parts of health that all instruments share: of one indicator, at the instants of one block after another.
/// Belongs to one thread.
final class SignalHealth {

    /// 48 hours.
    private static final long RECENT = 172_800;

    private final IndicatorInput input;
    private final SignalSeries series;
    final double[] live;
    final double[] fresh;
    final double[] size;
    final double[] quality;
    final double[] squares;
    final double[] recent;

    /// @param capacity how many instants a block can hold
    SignalHealth(IndicatorInput input, int capacity) {
        this.input = input;
        this.series = input.signals();
        this.live = new double[capacity];
        this.fresh = new double[capacity];
        this.size = new double[capacity];
        this.quality = new double[capacity];
        this.squares = new double[capacity];
        this.recent = new double[capacity];
    }

    /// Computes the parts at the instants of the block that a walk has reached.
    ///
    /// @param indicator its position
    void compute(SignalWalk walk, int indicator) {
        InstantBlock block = walk.block();
        int inForce = walk.inForce(indicator);
        for (int index = 0; index < block.length(); index++) {
            long second = block.second(index);
            inForce = series.inForce(second, inForce);
            int firstLive = series.firstLive(inForce, second);
            if (firstLive > inForce) {
                live[index] = 0;
                fresh[index] = 0;
                size[index] = 0;
                quality[index] = 0;
                squares[index] = 0;
                recent[index] = 0;
            } else {
                live[index] = 1;
                fresh[index] = isLate(second) ? 0 : 1;
                trust(index, firstLive, inForce, second, walk.value(indicator, index));
            }
        }
    }

    private boolean isLate(long second) {
        return Lateness.late(input.indicator(), input.schedules(), input.known().lastPublishedAt(second), second);
    }

    /// Size Σ|s| of the live signals, Σs², Σ|s| of those younger than 48 hours, and quality Σ|s|q/Σ|s|; the
    /// quality is 0 where several are live and all are 0.
    private void trust(int index, int firstLive, int inForce, long second, double value) {
        if (firstLive == inForce) {
            size[index] = Math.abs(value);
            quality[index] = series.quality(inForce);
            squares[index] = value * value;
            recent[index] = isRecent(inForce, second) ? size[index] : 0;
            return;
        }
        double total = 0;
        double trusted = 0;
        double square = 0;
        double young = 0;
        for (int signal = firstLive; signal <= inForce; signal++) {
            double absolute = Math.abs(series.signal(signal, second));
            total += absolute;
            trusted += absolute * series.quality(signal);
            square += absolute * absolute;
            young += isRecent(signal, second) ? absolute : 0;
        }
        size[index] = total;
        quality[index] = total == 0 ? 0 : trusted / total;
        squares[index] = square;
        recent[index] = young;
    }

    /// Whether a signal is younger than 48 hours.
    boolean isRecent(int signal, long second) {
        return series.age(signal, second) < RECENT;
    }
}
