package org.macroedge.server.extremes;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;

/// What an action costs this process, with everything that it starts here: time, and bytes that any thread allocates.
///
/// @param answer of the action
record Cost<T>(T answer, Duration time, long bytes) {

    /// What is promised for any value of any parameter.
    static final Duration MOST_TIME = Duration.ofSeconds(2);

    static final long MOST_BYTES = 64L << 20;

    /// A machine under load may delay a request for as long as it likes, so that only a request that is slow each time
    /// counts as slow.
    private static final int TRIES = 3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    boolean isWithinBounds() {
        return time.compareTo(MOST_TIME) <= 0 && bytes <= MOST_BYTES;
    }

    /// The cost of an action, again where it is above the bounds.
    static <T> Cost<T> of(Callable<T> action) throws Exception {
        Cost<T> cost = once(action);
        for (int attempt = 1; attempt < TRIES && !cost.isWithinBounds(); attempt++) {
            cost = once(action);
        }
        return cost;
    }

    private static <T> Cost<T> once(Callable<T> action) throws Exception {
        long allocated = THREADS.getTotalThreadAllocatedBytes();
        long start = System.nanoTime();
        T answer = action.call();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new Cost<>(answer, time, THREADS.getTotalThreadAllocatedBytes() - allocated);
    }
}
