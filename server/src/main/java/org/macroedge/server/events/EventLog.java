package org.macroedge.server.events;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.macroedge.server.platform.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What happened, in the order of commits.
public final class EventLog {

    private static final int PARTITIONS = 16;
    private static final String APPEND = """
        INSERT INTO event_log (type, version, key, part, recorded_at, payload)
        VALUES (?, ?, ?, ?, ?, ?::jsonb)
        """;

    /// How long events are kept.
    public static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Appends an event in the caller's transaction.
    ///
    /// @param key whose events stay in order: a region or an instrument
    /// @param recordedAt the transaction's record time
    /// @throws IllegalStateException outside a transaction
    public void append(String type, int version, String key, Instant recordedAt, Object payload) {
        RecordTimes.lock(jdbc);
        jdbc.sql(APPEND)
                .params(
                        type,
                        version,
                        key,
                        Math.floorMod(key.hashCode(), PARTITIONS),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        Json.text(payload))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listeners.forEach(Runnable::run);
            }
        });
    }

    /// Tells a listener whenever this process has committed an event; what the others append it does not hear.
    public void onAppended(Runnable listener) {
        listeners.add(listener);
    }

    /// Drops events that every consumer has taken and that are older than they are kept.
    public void forget(Instant before) {
        jdbc.sql("DELETE FROM event_log WHERE recorded_at < ? AND seq <= (SELECT min(seq) FROM event_cursor)")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
