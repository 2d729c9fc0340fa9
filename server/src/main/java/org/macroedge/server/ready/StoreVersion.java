package org.macroedge.server.ready;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The latest record time of the store, without asking the store each time. A change by this process is seen by every
/// request after it. One by another process is seen when its notice comes, and at the latest when the lease of what is
/// known ends. So nothing is taken for known that the store cannot confirm. Thread-safe.
final class StoreVersion {

    /// So long a change by another process can stay unseen where its notice is lost.
    static final Duration LEASE = Duration.ofMillis(100);

    private final Supplier<Instant> store;
    private final LongSupplier nanoTime;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Known latest;

    /// @param changes how many changes were told before the store was asked
    /// @param end of the lease, by the clock of nanoseconds
    private record Known(Instant recordedAt, long changes, long end) {}

    /// @param store gives the latest record time
    /// @param nanoTime runs evenly, whatever is done to the machine's clock
    StoreVersion(Supplier<Instant> store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    /// The store may have changed.
    void changed() {
        changes.incrementAndGet();
    }

    /// The latest record time. Where the store is asked, other threads wait for its answer.
    Instant current() {
        Instant held = held();
        return held == null ? asked() : held;
    }

    /// The latest record time, where the store need not be asked for it; else null.
    @Nullable
    Instant held() {
        Known known = latest;
        return known != null && isValid(known) ? known.recordedAt() : null;
    }

    private synchronized Instant asked() {
        Known known = latest;
        if (known == null || !isValid(known)) {
            long seen = changes.get();
            long end = nanoTime.getAsLong() + LEASE.toNanos();
            known = new Known(store.get(), seen, end);
            latest = known;
        }
        return known.recordedAt();
    }

    private boolean isValid(Known known) {
        return known.changes() == changes.get() && nanoTime.getAsLong() - known.end() < 0;
    }
}
