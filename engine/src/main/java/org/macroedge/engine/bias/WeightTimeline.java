package org.macroedge.engine.bias;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.macroedge.engine.bias.WeightTable.Epoch;
import org.macroedge.engine.bias.WeightTable.InForce;

/// Weights of every indicator for every instrument through time. They change only when an indicator comes into
/// force, ends, or becomes active by its first usable z; between such instants they are constant. Immutable and
/// thread-safe.
final class WeightTimeline {

    private final long[] starts;
    private final Epoch[] epochs;

    /// @param activeFrom per indicator, the second of its first usable z
    WeightTimeline(WeightTable table, long[] activeFrom) {
        this.starts = LongStream.concat(
                        LongStream.of(Long.MIN_VALUE),
                        LongStream.concat(Arrays.stream(table.changes()), Arrays.stream(activeFrom)))
                .sorted()
                .distinct()
                .toArray();
        this.epochs = new Epoch[starts.length];
        InForce inForce = table.inForce(starts[0]);
        for (int at = 0; at < starts.length; at++) {
            if (starts[at] >= inForce.until()) {
                inForce = table.inForce(starts[at]);
            }
            epochs[at] = table.epoch(inForce, activeFrom, starts[at]);
        }
    }

    /// The weights that hold at a second.
    Epoch at(long second) {
        return epochs[index(second)];
    }

    /// The first second after `second` at which the weights change; [Long#MAX_VALUE] where they never do.
    long nextChange(long second) {
        int next = index(second) + 1;
        return next < starts.length ? starts[next] : Long.MAX_VALUE;
    }

    /// Where blocks of instants start, and the end: none is longer than asked and in none the weights change.
    ///
    /// @param seconds ascending
    int[] blocks(long[] seconds, int longest) {
        int[] starts = new int[seconds.length + 1];
        int count = 0;
        long change = Long.MIN_VALUE;
        for (int at = 0; at < seconds.length; at++) {
            boolean changed = seconds[at] >= change;
            if (changed) {
                change = nextChange(seconds[at]);
            }
            if (changed || at - starts[count - 1] == longest) {
                starts[count++] = at;
            }
        }
        starts[count++] = seconds.length;
        return Arrays.copyOf(starts, count);
    }

    private int index(long second) {
        int found = Arrays.binarySearch(starts, second);
        return found >= 0 ? found : -found - 2;
    }
}
