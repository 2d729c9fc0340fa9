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

/// The log of what happened, in the order of commits; the rows of table `event_log`.
public final class EventLog {

    private static final int PARTITIONS = 16;
    private static final String APPEND = """
        INSERT INTO event_log (type, version, key, part, recorded_at, payload)
        VALUES (?, ?, ?, ?, ?, ?::jsonb)
        """;

    private static final String EVENTS = """
        SELECT seq, type, version, key, recorded_at, payload::text FROM event_log
        WHERE seq >= ? AND type = ? AND recorded_at > ? AND recorded_at <= ?
        ORDER BY seq
        """;
    /// How long an event is kept at least.
    private static final Duration RETENTION = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Appends an event in the caller's transaction.
    ///
    /// @param key events of one key stay in order: a region or an instrument
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

    /// The events of a type that were recorded between two record times, in the order of the log.
    ///
    /// @param seq no event before this one is read
    /// @param after excluded
    /// @param until included
    public List<Event> events(String type, long seq, Instant after, Instant until) {
        return jdbc.sql(EVENTS)
                .params(seq, type, after.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query(Event::of)
                .list();
    }

    /// Registers a listener that runs whenever this process has committed an event. Events of other processes do not
    /// run it.
    public void onAppended(Runnable listener) {
        listeners.add(listener);
    }

    /// Deletes events that every consumer has processed and that are older than 30 days. To be called once a day.
    ///
    /// @return how many events were deleted
    public int trim(Instant now) {
        return jdbc.sql("DELETE FROM event_log WHERE recorded_at < ? AND seq <= (SELECT min(seq) FROM event_cursor)")
                .param(now.minus(RETENTION).atOffset(ZoneOffset.UTC))
                .update();
    }
}
