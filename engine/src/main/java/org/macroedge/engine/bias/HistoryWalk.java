package org.macroedge.engine.bias;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.macroedge.engine.signal.InstantBlock;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.weight.WeightTimeline;

/// Walks over many instants in blocks of up to 64, or one by one where each signal has a weight
/// of its own. Blocks share nothing, and run in parallel.
final class HistoryWalk {

    /// Instants that one task takes in turn, so that it can reuse its arrays: few enough to
    /// keep all processors busy.
    private static final int INSTANTS_PER_TASK = 8 * InstantBlock.LENGTH;

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
        int longest = timeline.dependsOnRelease() ? 1 : InstantBlock.LENGTH;
        int[] starts = timeline.blocks(seconds, longest);
        int blocks = starts.length - 1;
        int perTask = INSTANTS_PER_TASK / longest;
        int tasks = (blocks + perTask - 1) / perTask;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            int first = task * perTask;
            int last = Math.min(first + perTask, blocks);
            InstantBlock block = new InstantBlock(seconds, longest);
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
