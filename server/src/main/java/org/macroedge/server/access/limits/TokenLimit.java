package org.macroedge.server.access.limits;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Rate;

/// A limit for each of many callers or addresses. Only so many have an allowance of their own; where more
/// come, the newest share one until others have been silent for long enough. Thread-safe.
final class TokenLimit {

    /// Each takes some 200 bytes.
    static final int MOST_KEYS = 20_000;

    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final String OTHERS = "others";
    private static final int SECONDS_A_MINUTE = 60;

    private final String name;
    private final Rate rate;
    private final PreEncodedHttpField policy;
    private final int mostKeys;
    private final SharedTokens tokens;
    private final LongSupplier nanos;
    private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();
    private final Allowance others;
    private final AtomicLong nextSweep = new AtomicLong();

    /// @param name as clients see it
    /// @param tokens [SharedTokens#NONE] where no other server has the same limit
    /// @param nanoTime as [System#nanoTime]
    TokenLimit(String name, Rate rate, int mostKeys, SharedTokens tokens, LongSupplier nanoTime) {
        this.name = name;
        this.rate = rate;
        this.policy = new PreEncodedHttpField("RateLimit-Policy", policy(name, rate));
        this.mostKeys = mostKeys;
        this.tokens = tokens;
        long start = nanoTime.getAsLong();
        this.nanos = () -> nanoTime.getAsLong() - start;
        this.others = allowance(OTHERS, 0);
    }

    String name() {
        return name;
    }

    private static String policy(String name, Rate rate) {
        long window = Math.ceilDiv((long) rate.burst() * SECONDS_A_MINUTE, rate.perMinute());
        return "\"" + name + "\";q=" + rate.burst() + ";w=" + window;
    }

    /// The header that says the tokens of a full bucket, and the seconds in which it fills up.
    HttpField policy() {
        return policy;
    }

    /// The header that says what is left after a request.
    HttpField left(Toll toll) {
        return new HttpField("RateLimit", "\"" + name + "\";r=" + toll.left() + ";t=" + toll.seconds());
    }

    /// Takes tokens for a key, all or none.
    Toll take(String key, int count) {
        while (true) {
            Allowance allowance = allowance(key);
            Toll toll = allowance.take(count);
            if (toll != null) {
                return toll;
            }
            allowances.remove(key, allowance);
        }
    }

    /// Takes tokens that are there, and asks nobody; null where they are not, or the key is new.
    @Nullable
    Toll takeHeld(String key, int count) {
        Allowance known = allowances.get(key);
        return known == null ? null : known.takeHeld(count);
    }

    private Allowance allowance(String key) {
        Allowance known = allowances.get(key);
        if (known != null) {
            return known;
        }
        if (allowances.size() >= mostKeys) {
            sweep();
        }
        return allowances.size() < mostKeys
                ? allowances.computeIfAbsent(key, added -> allowance(added, others.fullAt()))
                : others;
    }

    /// @param fullAt that of the others: the key may just have taken from theirs
    private Allowance allowance(String key, long fullAt) {
        Lease lease = tokens == SharedTokens.NONE ? null : new Lease(tokens, name, key, rate);
        return new Allowance(rate, nanos, fullAt, lease);
    }

    private void sweep() {
        long now = nanos.getAsLong();
        long next = nextSweep.get();
        if (now >= next && nextSweep.compareAndSet(next, now + SWEEP.toNanos())) {
            allowances.values().removeIf(Allowance::retire);
        }
    }

    int keys() {
        return allowances.size();
    }
}
