package org.macroedge.server.access.limits;

import java.time.Duration;
import org.macroedge.server.access.limits.SharedTokens.Grant;
import org.macroedge.server.platform.config.Rate;

/// The tokens that this server has taken in advance from a bucket that several servers share. Those that are
/// not used within a second are lost, so that all servers together give at most one second's tokens more than
/// the bucket.
///
/// Instants are nanoseconds of a clock that never steps. Not thread-safe.
final class Lease {

    static final Duration LIFE = Duration.ofSeconds(1);

    /// A bucket that had too little is not asked again before, however often a caller tries.
    private static final Duration REST = Duration.ofMillis(10);
    /// A server takes no more than this part of a full bucket at a time, or it would keep the others from
    /// their part.
    private static final int PART = 10;

    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

    private final SharedTokens shared;
    private final String limit;
    private final String key;
    private final Rate rate;
    private final int size;
    private int tokens;
    private long end;
    private long askAt;
    private long leftThere;

    Lease(SharedTokens shared, String limit, String key, Rate rate) {
        this.shared = shared;
        this.limit = limit;
        this.key = key;
        this.rate = rate;
        this.leftThere = rate.burst();
        this.size = (int) Math.min(rate.perMinute() * LIFE.toSeconds() / MINUTE, rate.burst() / PART);
    }

    /// Takes tokens from the lease, and where it has too few, from the shared bucket. Where that cannot be
    /// asked, they count as there: then each server keeps the limit by itself.
    ///
    /// @return 0 where they were there, else the nanoseconds until they may be
    long take(int wanted, long now) {
        if (now - end >= 0) {
            tokens = 0;
        }
        if (tokens < wanted) {
            long wait = now < askAt ? askAt - now : fetch(wanted, now);
            if (wait != 0) {
                return wait;
            }
        }
        tokens = Math.max(0, tokens - wanted);
        return 0;
    }

    /// Whether so many tokens are there without the shared bucket being asked.
    boolean holds(int wanted, long now) {
        return now - end < 0 && tokens >= wanted;
    }

    private long fetch(int wanted, long now) {
        Grant grant = shared.take(limit, key, rate, Math.max(size, wanted) - tokens);
        if (grant == null) {
            return 0;
        }
        if (tokens == 0) {
            end = now + LIFE.toNanos();
        }
        tokens += grant.tokens();
        leftThere = grant.left();
        int missing = wanted - tokens;
        if (missing <= 0) {
            return 0;
        }
        long wait = Math.max(grant.nanosUntilNext(), REST.toNanos());
        askAt = now + wait;
        return wait + (missing - 1) * rate.nanosPerToken();
    }

    /// How many tokens this server could take now, as far as it knows.
    long left() {
        return tokens + leftThere;
    }

    boolean isOver(long now) {
        return now - end >= 0 && now >= askAt;
    }
}
