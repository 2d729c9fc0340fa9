package org.macroedge.server.events;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.macroedge.server.platform.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The log of what happened, in the order of commits; the rows of table `event_log`.
public final class EventLog {

    /// Events of one key are in one of so many.
    public static final int PARTITIONS = 16;

    /// On which PostgreSQL gives notice of the commit of an event.
    static final String CHANNEL = "macro_edge_events";

    private static final String NOTIFY = "SELECT pg_notify('%s', '')".formatted(CHANNEL);
    private static final String APPEND = """
        WITH appended AS (
          INSERT INTO event_log (type, version, key, part, recorded_at, payload)
          VALUES (?, ?, ?, ?, ?, ?::jsonb))
        %s
        """.formatted(NOTIFY);

    private static final String EVENTS = """
        SELECT seq, type, version, key, recorded_at, payload::text FROM event_log
        WHERE seq >= ? AND type = ? AND recorded_at > ? AND recorded_at <= ?
        ORDER BY seq
        """;
    private static final String AFTER = """
        SELECT seq, type, version, key, recorded_at, payload::text FROM event_log
        WHERE seq > ? AND type = ANY (?)
        ORDER BY seq LIMIT ?
        """;
    private static final String TRIM = """
        DELETE FROM event_log
        WHERE recorded_at < :before AND seq <= (SELECT min(seq) FROM event_cursor WHERE consumer = ANY (:consumers))
          AND cardinality(:consumers) =
            (SELECT count(DISTINCT consumer) FROM event_cursor WHERE consumer = ANY (:consumers))
          AND seq < (SELECT max(seq) FROM event_log)
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
                .query((row, number) -> true)
                .single();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listeners.forEach(Runnable::run);
            }
        });
    }

    /// Gives notice without an event once the caller's transaction is committed, so that the processes of the store
    /// look for work.
    public void wake() {
        jdbc.sql(NOTIFY).query((row, number) -> true).single();
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

    /// The next events of some types after a position, in the order of the log.
    public List<Event> after(long seq, Set<String> types, int limit) {
        return jdbc.sql(AFTER)
                .params(seq, types.toArray(String[]::new), limit)
                .query(Event::of)
                .list();
    }

    /// The position of the last event; 0 in an empty log.
    public long last() {
        return jdbc.sql("SELECT coalesce(max(seq), 0) FROM event_log")
                .query(Long.class)
                .single();
    }

    /// Whether the event at a position is kept; then so is every later one.
    public boolean contains(long seq) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM event_log WHERE seq = ?)")
                .param(seq)
                .query(Boolean.class)
                .single();
    }

    /// Registers a listener that runs whenever this process has committed an event. Events of other processes do not
    /// run it.
    public void onAppended(Runnable listener) {
        listeners.add(listener);
    }

    /// Deletes events that the consumers have processed and that are older than 30 days, but never the last one: it
    /// says where the log ends. A consumer that has not begun has processed nothing: the broker
    /// may never have been reached. To be called once a day.
    ///
    /// @param consumers their names
    /// @return how many events were deleted
    public int trim(Instant now, List<String> consumers) {
        return jdbc.sql(TRIM)
                .param("before", now.minus(RETENTION).atOffset(ZoneOffset.UTC))
                .param("consumers", consumers.toArray(String[]::new))
                .update();
    }
}
