package org.macroedge.server.access.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.web.Caller;

/// The keys in memory. They are read again every few seconds while requests come, so that what another process revokes
/// is refused soon, and so that neither many requests nor guessed keys ask the database more often.
public final class KeyRing {

    /// So old may the keys in memory be.
    static final Duration FRESH = Duration.ofSeconds(5);
    /// The last use is stored this often at most.
    static final Duration USE_NOTED = Duration.ofHours(1);

    /// @param readAt in nanoseconds of a clock that never steps
    private record Snapshot(Map<String, ApiKey> keys, long readAt) {}

    private final ApiKeyStore store;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private volatile @Nullable Snapshot snapshot;

    /// @param nanos as [System#nanoTime]
    KeyRing(ApiKeyStore store, Clock clock, LongSupplier nanos) {
        this.store = store;
        this.clock = clock;
        this.nanos = nanos;
    }

    /// Who sends a key.
    ///
    /// @throws MacroEdgeException with `unauthorized` where it is not accepted
    public Caller check(String text) {
        KeyText sent = KeyText.of(text).orElseThrow(KeyProblem.UNKNOWN_KEY::exception);
        ApiKey key = current().get(sent.id());
        if (key == null || !key.is(sent)) {
            throw KeyProblem.UNKNOWN_KEY.exception();
        }
        if (key.revokedAt() != null) {
            throw KeyProblem.REVOKED_KEY.exception(key.id(), key.revokedAt());
        }
        Instant now = clock.instant();
        if (!key.isInForce(now)) {
            throw KeyProblem.EXPIRED_KEY.exception(key.id(), key.expiresAt());
        }
        if (!isNoted(key, now)) {
            used.put(key.id(), now);
            store.use(key.id(), now, USE_NOTED);
        }
        return key.caller();
    }

    /// Whether this process noted a use of the key a short time before. A stepped-back clock counts as well.
    private boolean isNoted(ApiKey key, Instant now) {
        Instant last = used.get(key.id());
        return last != null && now.isBefore(last.plus(USE_NOTED));
    }

    private Map<String, ApiKey> current() {
        Snapshot last = snapshot;
        return last != null && isFresh(last) ? last.keys() : read();
    }

    private boolean isFresh(Snapshot last) {
        return nanos.getAsLong() - last.readAt() < FRESH.toNanos();
    }

    /// One request reads the keys, and others that come meanwhile wait for them.
    private synchronized Map<String, ApiKey> read() {
        Snapshot last = snapshot;
        if (last != null && isFresh(last)) {
            return last.keys();
        }
        long readAt = nanos.getAsLong();
        Map<String, ApiKey> keys = store.all().stream().collect(Collectors.toMap(ApiKey::id, Function.identity()));
        snapshot = new Snapshot(keys, readAt);
        return keys;
    }

    /// Makes the next request read the keys again: one was created or revoked.
    synchronized void forget() {
        snapshot = null;
    }
}
