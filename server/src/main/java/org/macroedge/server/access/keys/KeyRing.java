package org.macroedge.server.access.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /// @param sent the keys that were sent since, by what was sent: a hash takes longer than the rest of a read
    /// @param readAt in nanoseconds of a clock that never steps
    private record Snapshot(
            Map<String, ApiKey> keys, Map<Caller, ApiKey> callers, Map<String, HeldKey> sent, long readAt) {

        static Snapshot of(List<ApiKey> keys, long readAt) {
            return new Snapshot(by(ApiKey::id, keys), by(ApiKey::caller, keys), new ConcurrentHashMap<>(), readAt);
        }

        /// Both are unique, since a caller has the id in its name.
        private static <K> Map<K, ApiKey> by(Function<ApiKey, K> name, List<ApiKey> keys) {
            return keys.stream().collect(Collectors.toMap(name, Function.identity()));
        }
    }

    /// A key whose text was found to be right.
    private record HeldKey(ApiKey key, Caller caller) {}

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
        HeldKey held = held(current(), text, 0);
        if (held == null) {
            throw KeyProblem.UNKNOWN_KEY.exception();
        }
        ApiKey key = held.key();
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
        return held.caller();
    }

    /// Who sends a key, where memory tells: null where the store must be read or written, and where the key is refused.
    ///
    /// @param header in which the key is sent
    /// @param begin where the key begins in it
    public @Nullable Caller known(String header, int begin) {
        Snapshot last = snapshot;
        if (last == null || !isFresh(last)) {
            return null;
        }
        HeldKey held = held(last, header, begin);
        Instant now = clock.instant();
        return held != null && held.key().isInForce(now) && isNoted(held.key(), now) ? held.caller() : null;
    }

    /// Null where no key has this text. Only the texts of keys are held, so that guessed ones take no memory; as they
    /// are sent, since a connection sends the same text again, whose hash is then known.
    private static @Nullable HeldKey held(Snapshot last, String text, int begin) {
        HeldKey known = last.sent().get(text);
        if (known != null) {
            return known;
        }
        KeyText sent = KeyText.of(text.substring(begin)).orElse(null);
        ApiKey key = sent == null ? null : last.keys().get(sent.id());
        if (sent == null || key == null || !key.is(sent)) {
            return null;
        }
        HeldKey found = new HeldKey(key, key.caller());
        last.sent().put(text, found);
        return found;
    }

    /// Whether this process noted a use of the key a short time before. A stepped-back clock counts as well.
    private boolean isNoted(ApiKey key, Instant now) {
        Instant last = used.get(key.id());
        return last != null && now.isBefore(last.plus(USE_NOTED));
    }

    /// Whether a caller that was let in by its key would still be let in.
    public boolean accepts(Caller caller) {
        ApiKey key = current().callers().get(caller);
        return key != null && key.isInForce(clock.instant());
    }

    private Snapshot current() {
        Snapshot last = snapshot;
        return last != null && isFresh(last) ? last : read();
    }

    private boolean isFresh(Snapshot last) {
        return nanos.getAsLong() - last.readAt() < FRESH.toNanos();
    }

    /// One request reads the keys, and others that come meanwhile wait for them.
    private synchronized Snapshot read() {
        Snapshot last = snapshot;
        if (last != null && isFresh(last)) {
            return last;
        }
        long readAt = nanos.getAsLong();
        Snapshot next = Snapshot.of(store.all(), readAt);
        snapshot = next;
        return next;
    }

    /// Makes the next request read the keys again: one was created or revoked.
    synchronized void forget() {
        snapshot = null;
    }
}
