package org.macroedge.server.access.limits;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Rate;

/// What one caller or address may still send to this server: no more than a bucket of its own has, and where
/// servers share their limits, no more than they all may together. Thread-safe.
final class Allowance {

    private final LongSupplier nanos;
    private final TokenBucket own;
    private final @Nullable Lease shared;
    private boolean retired;

    /// @param nanos of a clock that never steps
    /// @param fullAt when its own bucket is full
    /// @param shared null where this server shares no limits
    Allowance(Rate rate, LongSupplier nanos, long fullAt, @Nullable Lease shared) {
        this.nanos = nanos;
        this.own = new TokenBucket(rate, fullAt);
        this.shared = shared;
    }

    /// Takes tokens, all or none. Others that take from the same allowance wait meanwhile.
    ///
    /// @return null where this allowance was retired
    synchronized @Nullable Toll take(int tokens) {
        return retired ? null : taken(tokens, nanos.getAsLong());
    }

    /// Takes tokens that are there, and asks nobody.
    ///
    /// @return null where they are not, or another server's part must be asked for
    synchronized @Nullable Toll takeHeld(int tokens) {
        long now = nanos.getAsLong();
        boolean held = !retired && own.nanosUntil(tokens, now) == 0 && (shared == null || shared.holds(tokens, now));
        return held ? taken(tokens, now) : null;
    }

    private Toll taken(int tokens, long now) {
        long wait = own.nanosUntil(tokens, now);
        if (wait == 0 && shared != null) {
            wait = shared.take(tokens, now);
        }
        if (wait == 0) {
            own.take(tokens, now);
        }
        long left = shared == null ? own.left(now) : Math.min(own.left(now), shared.left());
        return new Toll(wait == 0, left, wait == 0 ? own.nanosUntilFull(now) : wait);
    }

    /// Gives it up where another one that begins full would say the same.
    ///
    /// @return whether it did
    synchronized boolean retire() {
        long now = nanos.getAsLong();
        retired |= own.nanosUntilFull(now) == 0 && (shared == null || shared.isOver(now));
        return retired;
    }

    /// When its own bucket is full.
    synchronized long fullAt() {
        return own.fullAt();
    }
}
