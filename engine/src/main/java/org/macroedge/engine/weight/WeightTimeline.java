package org.macroedge.engine.weight;

import java.util.Arrays;
import java.util.stream.LongStream;

/// The weights of every indicator for every instrument through time. They change only when an
/// indicator comes into force, ends, is released at other distances, or becomes active by its
/// first usable z, and where they depend on it, when the quadrant of a region changes; between
/// such instants they are constant. Immutable and thread-safe.
public final class WeightTimeline {

    private final long[] starts;
    private final boolean dependsOnRelease;
    private final ScaledWeights[] weights;

    /// @param activeFrom per indicator, the second of its first usable z
    public WeightTimeline(WeightTable table, long[] activeFrom) {
        this.starts = LongStream.concat(
                        LongStream.of(Long.MIN_VALUE), LongStream.concat(table.changes(), Arrays.stream(activeFrom)))
                .sorted()
                .distinct()
                .toArray();
        this.dependsOnRelease = table.dependsOnRelease();
        this.weights = new ScaledWeights[starts.length];
        UnscaledWeights unscaled = table.unscaled(starts[0]);
        for (int index = 0; index < starts.length; index++) {
            if (starts[index] >= unscaled.until()) {
                unscaled = table.unscaled(starts[index]);
            }
            weights[index] = table.scaled(unscaled, activeFrom, starts[index]);
        }
    }

    /// Whether the weight of a signal depends on when it was released, so that each has its
    /// own.
    public boolean dependsOnRelease() {
        return dependsOnRelease;
    }

    /// The weights that hold at a second.
    public ScaledWeights at(long second) {
        return weights[index(second)];
    }

    /// The first second after `second` at which the weights change; [Long#MAX_VALUE] where they never do.
    public long nextChange(long second) {
        int next = index(second) + 1;
        return next < starts.length ? starts[next] : Long.MAX_VALUE;
    }

    /// The positions at which blocks of instants start, and the end: no block is longer than asked, and the weights do
    /// not change within one.
    ///
    /// @param seconds ascending
    public int[] blocks(long[] seconds, int longest) {
        int[] blocks = new int[seconds.length + 1];
        int count = 0;
        long change = Long.MIN_VALUE;
        for (int index = 0; index < seconds.length; index++) {
            boolean changed = seconds[index] >= change;
            if (changed) {
                change = nextChange(seconds[index]);
            }
            if (changed || index - blocks[count - 1] == longest) {
                blocks[count++] = index;
            }
        }
        blocks[count++] = seconds.length;
        return Arrays.copyOf(blocks, count);
    }

    private int index(long second) {
        int found = Arrays.binarySearch(starts, second);
        return found >= 0 ? found : -found - 2;
    }
}
