package org.macroedge.server.chaos;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// How long something may take.
record Patience(long nanos) {

    private static final int PAUSE_MILLISECONDS = 100;

    static Patience ofSeconds(long seconds) {
        return new Patience(TimeUnit.SECONDS.toNanos(seconds));
    }

    /// @param what is waited for, asked once it takes too long
    void await(Callable<String> what, Callable<Boolean> condition) throws InterruptedException {
        long start = System.nanoTime();
        try {
            while (!condition.call()) {
                if (System.nanoTime() - start > nanos) {
                    throw new AssertionError("after " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " s: " + what.call());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException | RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }
}
