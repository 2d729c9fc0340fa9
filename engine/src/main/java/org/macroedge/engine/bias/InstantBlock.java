package org.macroedge.engine.bias;

/// Up to 64 ascending instants of a history. Belongs to one thread.
final class InstantBlock {

    /// Long enough to vectorise, short enough for all signals of a block to stay in the second-level cache.
    static final int LENGTH = 64;

    private final long[] seconds;
    private final double[] elapsed = new double[LENGTH];
    private final int[] steps = new int[LENGTH];
    private int from;
    private int to;

    /// @param seconds of the whole history, ascending
    InstantBlock(long[] seconds) {
        this.seconds = seconds;
    }

    /// Moves to the instants from one position of the history to another, at most 64 on.
    void move(int from, int to) {
        this.from = from;
        this.to = to;
        for (int at = from; at < to; at++) {
            elapsed[at - from] = seconds[at] - seconds[from];
        }
    }

    int length() {
        return to - from;
    }

    long second(int at) {
        return seconds[from + at];
    }

    /// Seconds since the first instant of the block.
    double[] elapsed() {
        return elapsed;
    }

    /// Room for [org.macroedge.engine.numeric.HalfLife#decay(double, double[], double, int, int, int[], double[])].
    int[] steps() {
        return steps;
    }

    /// The first position at or after `start` whose instant is not before a second; the length where there is none.
    int firstFrom(long second, int start) {
        if (seconds[to - 1] < second) {
            return to - from;
        }
        int at = start;
        while (seconds[from + at] < second) {
            at++;
        }
        return at;
    }
}
