package org.macroedge.server.soak;

import java.util.stream.LongStream;

/// How long tests last. A test tagged `soak` runs in profile `soak` only. One tagged `seeded` runs there with
/// many rounds, and with a few wherever its other tags let it run.
public final class Soak {

    private Soak() {}

    /// How many rounds to try: property `macro-edge.rounds`, or else one of these numbers.
    ///
    /// @param few elsewhere
    /// @param many in profile `soak`
    public static int rounds(int few, int many) {
        return Integer.getInteger("macro-edge.rounds", Boolean.getBoolean("macro-edge.soak") ? many : few);
    }

    /// The seeds 1, 2 and so on, one for each round; property `macro-edge.first` goes on from another one.
    public static LongStream seeds(int few, int many) {
        return LongStream.rangeClosed(Integer.getInteger("macro-edge.first", 1), rounds(few, many));
    }
}
