package org.macroedge.engine.bias;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.macroedge.engine.signal.InstantBlock;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.weight.WeightTimeline;

/// Walks over many instants in blocks of up to 64. Blocks share nothing, and run in parallel.
final class HistoryWalk {

    /// Blocks that one task takes in turn, so that it can reuse its arrays: few enough to keep all processors busy.
    private static final int BLOCKS_PER_TASK = 8;

    private final List<SignalSeries> series;
    private final WeightTimeline timeline;
    private final int[] indicators;

    /// @param indicators the positions of the indicators that are read
    HistoryWalk(List<SignalSeries> series, WeightTimeline timeline, int[] indicators) {
        this.series = series;
        this.timeline = timeline;
        this.indicators = indicators;
    }

    /// @param seconds ascending
    /// @param readers gives the work to be done at each block of a walk
    void over(long[] seconds, Function<SignalWalk, Runnable> readers) {
        int[] starts = timeline.blocks(seconds, InstantBlock.LENGTH);
        int blocks = starts.length - 1;
        int tasks = (blocks + BLOCKS_PER_TASK - 1) / BLOCKS_PER_TASK;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            int first = task * BLOCKS_PER_TASK;
            int last = Math.min(first + BLOCKS_PER_TASK, blocks);
            InstantBlock block = new InstantBlock(seconds);
            SignalWalk walk = new SignalWalk(series, indicators, block, timeline.at(seconds[starts[first]]));
            Runnable reader = readers.apply(walk);
            for (int index = first; index < last; index++) {
                block.move(starts[index], starts[index + 1]);
                walk.step(timeline.at(block.second(0)));
                reader.run();
            }
        });
    }
}
