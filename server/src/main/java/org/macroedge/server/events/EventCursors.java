package org.macroedge.server.events;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far each consumer has come in the log, partition by partition, and the locks under which it goes on. All but
/// what is asked about the backlog is called in the transaction of the work.
///
/// Each statement reads what is not processed, however long the log is. For that, a partition and a
/// position are compared as a pair and in the order of pairs, which only the index of partitions serves:
/// else PostgreSQL may read the log from its first event to find those of the end.
final class EventCursors {

    private static final String KEY = "(hashtextextended('event consumer ' || ?, 0))";
    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock" + KEY;
    private static final String LOCK = "SELECT true FROM pg_advisory_xact_lock" + KEY;
    private static final String LOCK_SHARED = "SELECT true FROM pg_advisory_xact_lock_shared" + KEY;
    private static final String CURSORS = """
        INSERT INTO event_cursor (consumer, part, seq) SELECT ?, part, 0 FROM generate_series(0, 15) AS part
        ON CONFLICT DO NOTHING
        """;
    /// The first event of a partition that is not read; null without one. EXISTS would drop the order,
    /// and with it the index.
    private static final String FIRST_UNREAD = """
        (SELECT log.seq FROM event_log AS log
         WHERE (log.part, log.seq) > (cursor.part, cursor.seq) AND log.part <= cursor.part
         ORDER BY log.part, log.seq LIMIT 1)
        """;
    /// Those with events first. One that another process has read since the statement began may be among them.
    private static final String FREE = """
        SELECT part FROM event_cursor AS cursor WHERE consumer = ?
        ORDER BY %s IS NULL, seq, part
        LIMIT ? FOR UPDATE SKIP LOCKED
        """.formatted(FIRST_UNREAD);
    /// What a consumer has not read: in each partition, the events after its place.
    private static final String UNREAD = """
        FROM event_cursor AS cursor CROSS JOIN LATERAL
          (SELECT * FROM event_log AS log
           WHERE (log.part, log.seq) > (cursor.part, cursor.seq) AND (log.part, log.seq) <= (cursor.part, :upTo)
           ORDER BY log.part, log.seq LIMIT :limit) AS log
        WHERE consumer = :consumer AND cursor.part = ANY (:parts)
        """;
    /// The last of the next events in the log, so that a batch ends in one place for all partitions.
    private static final String UP_TO =
            "SELECT coalesce(max(seq), 0) FROM (SELECT log.seq " + UNREAD + " ORDER BY log.seq LIMIT :limit) AS next";
    private static final String EVENTS = "SELECT log.seq, type, version, key, recorded_at, payload::text " + UNREAD
            + " AND type = ANY (:types) ORDER BY log.seq";
    /// Of every partition, also of a consumer that has not begun. OFFSET 0 keeps the events a query of
    /// their own: joined freely, a long log is read as a whole.
    private static final String NOT_PROCESSED = """
        FROM generate_series(0, 15) AS every
        LEFT JOIN event_cursor AS cursor ON cursor.part = every AND consumer = :consumer
        CROSS JOIN LATERAL
          (SELECT FROM event_log AS log
           WHERE (log.part, log.seq) > (every, coalesce(cursor.seq, 0)) AND log.part <= every AND type = ANY (:types)
           OFFSET 0) AS log
        """;
    private static final String BEHIND = "SELECT EXISTS (SELECT " + NOT_PROCESSED + ")";
    private static final String BACKLOG = "SELECT count(*) " + NOT_PROCESSED;
    private static final String MOVE =
            "UPDATE event_cursor SET seq = :upTo WHERE consumer = :consumer AND part = ANY (:parts) AND seq < :upTo";
    /// Others without events move on too: the log is kept for the partition that is furthest behind.
    private static final String MOVE_OTHERS = """
        UPDATE event_cursor AS cursor SET seq = :upTo FROM
          (SELECT part FROM event_cursor WHERE consumer = :consumer AND seq < :upTo FOR UPDATE SKIP LOCKED) AS free
        WHERE consumer = :consumer AND cursor.part = free.part AND seq < :upTo
          AND coalesce(%s, :upTo + 1) > :upTo
        """.formatted(FIRST_UNREAD);

    private final JdbcClient jdbc;

    EventCursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next events of a consumer in partitions that no other process holds.
    ///
    /// @param parts the partitions, which are locked now
    /// @param upTo how far they are read, whether or not the consumer takes events of the types that are there
    record Batch(Integer[] parts, long upTo, List<Event> events) {}

    /// Whether the lock could be had at once.
    boolean tryLock(EventConsumer consumer) {
        return lock(TRY_LOCK, consumer);
    }

    /// Waits for the lock.
    void lock(EventConsumer consumer) {
        lock(LOCK, consumer);
    }

    /// Waits until nobody has the lock alone, and shares it then.
    void lockShared(EventConsumer consumer) {
        lock(LOCK_SHARED, consumer);
    }

    private boolean lock(String lock, EventConsumer consumer) {
        return jdbc.sql(lock).param(consumer.name()).query(Boolean.class).single();
    }

    /// How many events a consumer has not processed.
    long backlog(EventConsumer consumer) {
        return ask(BACKLOG, consumer, Long.class);
    }

    /// Whether there is an event that a consumer has not processed.
    boolean hasEvents(EventConsumer consumer) {
        return ask(BEHIND, consumer, Boolean.class);
    }

    private <T> T ask(String question, EventConsumer consumer, Class<T> answer) {
        return jdbc.sql(question)
                .param("consumer", consumer.name())
                .param("types", types(consumer))
                .query(answer)
                .single();
    }

    private static String[] types(EventConsumer consumer) {
        return consumer.types().toArray(String[]::new);
    }

    /// @return empty where nothing is left in the partitions that are free
    Optional<Batch> next(EventConsumer consumer) {
        jdbc.sql(CURSORS).param(consumer.name()).update();
        int most = consumer.parts();
        Optional<Batch> next = next(consumer, most);
        return next.isEmpty() && most < EventLog.PARTITIONS ? next(consumer, EventLog.PARTITIONS) : next;
    }

    private Optional<Batch> next(EventConsumer consumer, int most) {
        Integer[] parts = jdbc.sql(FREE)
                .params(consumer.name(), most)
                .query(Integer.class)
                .list()
                .toArray(Integer[]::new);
        long upTo = jdbc.sql(UP_TO)
                .param("consumer", consumer.name())
                .param("parts", parts)
                .param("upTo", Long.MAX_VALUE)
                .param("limit", consumer.batch())
                .query(Long.class)
                .single();
        return upTo == 0 ? Optional.empty() : Optional.of(new Batch(parts, upTo, events(consumer, parts, upTo)));
    }

    private List<Event> events(EventConsumer consumer, Integer[] parts, long upTo) {
        return jdbc.sql(EVENTS)
                .param("consumer", consumer.name())
                .param("parts", parts)
                .param("upTo", upTo)
                .param("limit", consumer.batch())
                .param("types", types(consumer))
                .query(Event::of)
                .list();
    }

    /// Counts a batch as processed.
    void move(EventConsumer consumer, Batch batch) {
        jdbc.sql(MOVE)
                .param("upTo", batch.upTo())
                .param("consumer", consumer.name())
                .param("parts", batch.parts())
                .update();
        if (batch.parts().length < EventLog.PARTITIONS) {
            jdbc.sql(MOVE_OTHERS)
                    .param("upTo", batch.upTo())
                    .param("consumer", consumer.name())
                    .update();
        }
    }
}
