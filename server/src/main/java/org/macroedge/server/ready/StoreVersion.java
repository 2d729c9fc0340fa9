package org.macroedge.server.ready;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The latest record time of the store, without asking the store each time. A change by this process is seen by every
/// request after it. One by another process is seen when its notice comes, and at the latest when the lease of what is
/// known ends. So nothing is taken for known that the store cannot confirm. One request renews the lease before its
/// end, so that the others need not wait. Thread-safe.
final class StoreVersion {

    /// So long a change by another process can stay unseen where its notice is lost.
    static final Duration LEASE = Duration.ofMillis(100);
    /// So long before its end a lease is renewed.
    private static final Duration RENEWAL = Duration.ofMillis(50);

    private final Supplier<Instant> store;
    private final LongSupplier nanoTime;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Known latest;

    /// @param changes how many changes were told before the store was asked
    /// @param end of the lease, by the clock of nanoseconds
    /// @param renewing whether a request went to renew it
    private record Known(Instant recordedAt, long changes, long end, AtomicBoolean renewing) {}

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
        Known known = latest;
        return known != null && isValid(known, RENEWAL) ? known.recordedAt() : asked();
    }

    /// The latest record time, where the store need not be asked for it; else null, and then the caller goes on to
    /// [#current].
    @Nullable
    Instant held() {
        Known known = latest;
        if (known == null || !isValid(known, Duration.ZERO)) {
            return null;
        }
        boolean renews = !isValid(known, RENEWAL) && known.renewing().compareAndSet(false, true);
        return renews ? null : known.recordedAt();
    }

    private synchronized Instant asked() {
        Known known = latest;
        if (known == null || !isValid(known, RENEWAL)) {
            long seen = changes.get();
            long end = nanoTime.getAsLong() + LEASE.toNanos();
            known = new Known(store.get(), seen, end, new AtomicBoolean());
            latest = known;
        }
        return known.recordedAt();
    }

    /// @param left so long before the end of its lease
    private boolean isValid(Known known, Duration left) {
        return known.changes() == changes.get() && nanoTime.getAsLong() - known.end() + left.toNanos() < 0;
    }
}
