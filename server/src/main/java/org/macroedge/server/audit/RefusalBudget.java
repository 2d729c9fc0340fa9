package org.macroedge.server.audit;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.macroedge.server.platform.memory.BoundedMap;

/// Bounds how many refusals of a caller leave a row, so that nobody can fill the disk by requests that change nothing.
/// All callers that are not known share one budget. Thread-safe.
final class RefusalBudget {

    /// A person does not make more mistakes, and a program that does makes the same ones.
    static final int ROWS = 60;

    static final Duration PERIOD = Duration.ofMinutes(1);

    /// So many callers are remembered; of more, those that were refused least recently are forgotten.
    private static final int CALLERS = 1_000;

    private static final class Spent {
        private long since;
        private int rows;
        private int leftOut;
    }

    private final LongSupplier nanos;
    private final Map<String, Spent> callers = BoundedMap.ofUsed(CALLERS);

    /// @param nanos as [System#nanoTime]
    RefusalBudget(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Asks whether a refusal may leave a row.
    ///
    /// @param caller by kind and name; blank for all that are not known
    /// @return how many refusals of the caller left none since its last row; empty where this one may not
    synchronized OptionalInt take(String caller) {
        Spent spent = callers.computeIfAbsent(caller, name -> {
            Spent fresh = new Spent();
            fresh.since = nanos.getAsLong();
            return fresh;
        });
        long now = nanos.getAsLong();
        if (now - spent.since >= PERIOD.toNanos()) {
            spent.since = now;
            spent.rows = 0;
        }
        if (spent.rows == ROWS) {
            spent.leftOut++;
            return OptionalInt.empty();
        }
        spent.rows++;
        int leftOut = spent.leftOut;
        spent.leftOut = 0;
        return OptionalInt.of(leftOut);
    }
}
