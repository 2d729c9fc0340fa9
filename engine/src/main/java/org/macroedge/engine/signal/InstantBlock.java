package org.macroedge.engine.signal;

/// Up to 64 ascending instants of a history. Belongs to one thread.
public final class InstantBlock {

    /// Long enough to vectorise, short enough for all signals of a block to stay in the second-level cache.
    public static final int LENGTH = 64;

    private final long[] seconds;
    private final double[] elapsed;
    private final int[] steps;
    private int from;
    private int to;

    /// @param seconds of the whole history, ascending; read in place
    /// @param longest how many instants a block can hold, at most 64
    public InstantBlock(long[] seconds, int longest) {
        this.seconds = seconds;
        this.elapsed = new double[Math.min(longest, seconds.length)];
        this.steps = new int[elapsed.length];
    }

    /// A block that holds one instant at a time.
    public static InstantBlock ofOneInstant() {
        return new InstantBlock(new long[1], 1);
    }

    /// Moves a block of one instant to a second.
    public void moveTo(long second) {
        seconds[0] = second;
        from = 0;
        to = 1;
    }

    /// Moves to the instants between two positions of the history.
    ///
    /// @param to after the last position, at most 64 after `from`
    public void move(int from, int to) {
        this.from = from;
        this.to = to;
        for (int index = from; index < to; index++) {
            elapsed[index - from] = seconds[index] - seconds[from];
        }
    }

    /// How many instants a block can hold.
    public int capacity() {
        return elapsed.length;
    }

    /// The position of the first instant in the history.
    public int from() {
        return from;
    }

    public int length() {
        return to - from;
    }

    public long second(int index) {
        return seconds[from + index];
    }

    /// Seconds since the first instant of the block.
    double[] elapsed() {
        return elapsed;
    }

    /// Room for [HalfLife#decay(double, double[], double, int, int, int[], double[])].
    int[] steps() {
        return steps;
    }

    /// The first position at or after `start` whose instant is not before a second; the length where there is none.
    int firstFrom(long second, int start) {
        if (seconds[to - 1] < second) {
            return to - from;
        }
        int index = start;
        while (seconds[from + index] < second) {
            index++;
        }
        return index;
    }
}
