package org.macroedge.server.platform.telemetry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value of the store that several measurements share, so that one scrape asks for it once. Thread-safe.
public final class Sampled<T> {

    /// More often than any program scrapes.
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final Supplier<T> store;
    private final LongSupplier nanoTime;
    private @Nullable T value;
    private @Nullable Long asked;

    public Sampled(Supplier<T> store) {
        this(store, System::nanoTime);
    }

    /// @param nanoTime as [System#nanoTime]
    Sampled(Supplier<T> store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    /// The value, two seconds old at most; empty where the store cannot be asked, which its health tells.
    public synchronized Optional<T> get() {
        long now = nanoTime.getAsLong();
        if (asked == null || now - asked >= KEPT.toNanos()) {
            asked = now;
            value = ask();
        }
        return Optional.ofNullable(value);
    }

    private @Nullable T ask() {
        try {
            return store.get();
        } catch (RuntimeException unreadable) {
            return null;
        }
    }
}
