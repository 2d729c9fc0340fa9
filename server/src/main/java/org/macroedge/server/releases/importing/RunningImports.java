package org.macroedge.server.releases.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The progress of the imports that this process runs. Thread-safe.
public final class RunningImports {

    private final Clock clock;
    private final Map<Long, Tracked> imports = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    public RunningImports(Clock clock) {
        this.clock = clock;
    }

    /// The progress of one import.
    ///
    /// @param label given by its sender; null where it gave none
    /// @param file the one being read; null before the first
    /// @param rows read so far, of all files
    /// @param facts to be written; 0 while files are read
    public record RunningImport(
            @Nullable String label,
            String profile,
            Instant startedAt,
            @Nullable String file,
            long rows,
            long facts) {}

    /// Every import under way, the earliest first.
    public record RunningList(List<RunningImport> items) {}

    RunningList list() {
        Collection<Tracked> tracked = imports.values();
        return new RunningList(tracked.stream()
                .map(Tracked::state)
                .sorted(Comparator.comparing(RunningImport::startedAt))
                .toList());
    }

    /// Starts to track an import.
    ///
    /// @param abandoned says whether its sender no longer waits for it
    public Tracked start(@Nullable String label, String profile, BooleanSupplier abandoned) {
        Tracked tracked = new Tracked(
                numbers.incrementAndGet(), abandoned, new RunningImport(label, profile, clock.instant(), null, 0, 0));
        imports.put(tracked.number, tracked);
        return tracked;
    }

    /// Cancels the imports of a label: each ends at its next report of progress, and nothing is stored.
    ///
    /// @return how many were under way
    int cancel(String label) {
        List<Tracked> meant = imports.values().stream()
                .filter(tracked -> label.equals(tracked.state().label()))
                .toList();
        meant.forEach(Tracked::cancel);
        return meant.size();
    }

    /// One import; it is no longer listed once it is closed. Each report fails if the import is cancelled, or if its
    /// sender no longer waits for it.
    public final class Tracked implements ImportProgress, AutoCloseable {

        /// To ask whether the sender waits takes a millisecond.
        private static final long ASKS_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

        private final long number;
        private final BooleanSupplier abandoned;
        private volatile boolean cancelled;
        private volatile long asked = System.nanoTime() - ASKS_EVERY;
        private volatile RunningImport state;

        private Tracked(long number, BooleanSupplier abandoned, RunningImport state) {
            this.number = number;
            this.abandoned = abandoned;
            this.state = state;
        }

        RunningImport state() {
            return state;
        }

        private void cancel() {
            cancelled = true;
        }

        private void check(boolean asks) {
            if (cancelled || asks && abandoned.getAsBoolean()) {
                throw ImportMessage.CANCELLED.exception();
            }
        }

        private boolean isTimeToAsk() {
            long now = System.nanoTime();
            if (now - asked < ASKS_EVERY) {
                return false;
            }
            asked = now;
            return true;
        }

        @Override
        public void waiting() {
            check(isTimeToAsk());
        }

        @Override
        public void reading(String file) {
            check(isTimeToAsk()); // an import may have thousands of files
            state = new RunningImport(state.label(), state.profile(), state.startedAt(), file, state.rows(), 0);
        }

        @Override
        public void read(long rows) {
            check(isTimeToAsk());
            state = new RunningImport(state.label(), state.profile(), state.startedAt(), state.file(), rows, 0);
        }

        @Override
        public void writing(long facts) {
            check(true);
            state = new RunningImport(
                    state.label(), state.profile(), state.startedAt(), state.file(), state.rows(), facts);
        }

        @Override
        public void close() {
            imports.remove(number);
        }
    }
}
