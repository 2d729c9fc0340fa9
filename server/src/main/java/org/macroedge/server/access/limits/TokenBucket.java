package org.macroedge.server.access.limits;

import org.macroedge.server.platform.config.Rate;

/// A bucket of tokens that fills up evenly. All of its state is the instant at which it is full again (the
/// generic cell rate algorithm of ITU-T I.371), so that nothing has to run while nobody asks. In any span of
/// time it gives at most the tokens of the full bucket and those that come back in the span.
///
/// Instants are nanoseconds of a clock that never steps; they never decrease. Not thread-safe.
final class TokenBucket {

    private final long nanosPerToken;
    private final long nanosToFill;
    private long fullAt;

    /// @param fullAt when it is full; in the past where it is
    TokenBucket(Rate rate, long fullAt) {
        this.nanosPerToken = rate.nanosPerToken();
        this.nanosToFill = nanosPerToken * rate.burst();
        this.fullAt = fullAt;
    }

    /// How many tokens are in it.
    long left(long now) {
        return (nanosToFill - nanosUntilFull(now)) / nanosPerToken;
    }

    /// How long it takes until a number of tokens is in it; 0 where they are.
    ///
    /// @param tokens no more than the full bucket has
    long nanosUntil(int tokens, long now) {
        return Math.max(0, nanosUntilFull(now) + tokens * nanosPerToken - nanosToFill);
    }

    long nanosUntilFull(long now) {
        return Math.max(0, fullAt - now);
    }

    /// Takes tokens that are in it.
    void take(int tokens, long now) {
        fullAt = Math.max(fullAt, now) + tokens * nanosPerToken;
    }

    /// When it is full if nothing more is taken.
    long fullAt() {
        return fullAt;
    }
}
