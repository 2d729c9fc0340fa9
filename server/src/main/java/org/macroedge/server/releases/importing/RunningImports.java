package org.macroedge.server.releases.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

    Tracked start(@Nullable String label, String profile) {
        Tracked tracked =
                new Tracked(numbers.incrementAndGet(), new RunningImport(label, profile, clock.instant(), null, 0, 0));
        imports.put(tracked.number, tracked);
        return tracked;
    }

    /// One import; it is no longer listed once it is closed.
    final class Tracked implements ImportProgress, AutoCloseable {

        private final long number;
        private volatile RunningImport state;

        private Tracked(long number, RunningImport state) {
            this.number = number;
            this.state = state;
        }

        RunningImport state() {
            return state;
        }

        @Override
        public void reading(String file) {
            state = new RunningImport(state.label(), state.profile(), state.startedAt(), file, state.rows(), 0);
        }

        @Override
        public void read(long rows) {
            state = new RunningImport(state.label(), state.profile(), state.startedAt(), state.file(), rows, 0);
        }

        @Override
        public void writing(long facts) {
            state = new RunningImport(
                    state.label(), state.profile(), state.startedAt(), state.file(), state.rows(), facts);
        }

        @Override
        public void close() {
            imports.remove(number);
        }
    }
}
