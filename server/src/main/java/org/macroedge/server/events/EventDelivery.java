package org.macroedge.server.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands events to their consumers, in the order of the consumers given. Safe beside another delivery of the same
/// store: each takes the partitions that are free.
public final class EventDelivery {

    /// Events handed over in one transaction.
    private static final int BATCH = 1_000;

    private static final String PLACES = """
        INSERT INTO event_cursor (consumer, part, seq) SELECT ?, part, 0 FROM generate_series(0, 15) AS part
        ON CONFLICT DO NOTHING
        """;
    private static final String FREE =
            "SELECT part FROM event_cursor WHERE consumer = ? ORDER BY part FOR UPDATE SKIP LOCKED";
    /// The last of the next events in the log, so that a batch ends in one place for all partitions.
    private static final String UP_TO = """
        SELECT coalesce(max(seq), 0) FROM
          (SELECT log.seq FROM event_log AS log JOIN event_cursor AS cursor USING (part)
           WHERE consumer = :consumer AND part = ANY (:parts) AND log.seq > cursor.seq
           ORDER BY log.seq LIMIT :limit) AS next
        """;
    private static final String EVENTS = """
        SELECT log.seq, type, version, key, recorded_at, payload::text
        FROM event_log AS log JOIN event_cursor AS cursor USING (part)
        WHERE consumer = :consumer AND part = ANY (:parts) AND log.seq > cursor.seq AND log.seq <= :upTo
          AND type = ANY (:types)
        ORDER BY log.seq
        """;
    private static final String BEHIND = """
        SELECT EXISTS (SELECT FROM event_log AS log
                       LEFT JOIN event_cursor AS cursor ON cursor.part = log.part AND consumer = :consumer
                       WHERE log.seq > coalesce(cursor.seq, 0) AND type = ANY (:types))
        """;
    private static final String MOVE =
            "UPDATE event_cursor SET seq = :upTo WHERE consumer = :consumer AND part = ANY (:parts) AND seq < :upTo";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final List<EventConsumer> consumers;

    public EventDelivery(JdbcClient jdbc, TransactionTemplate transactions, List<EventConsumer> consumers) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.consumers = List.copyOf(consumers);
    }

    /// Delivers until nothing is left. A consumer that fails keeps its place, and the fault comes out here.
    public void drain() {
        for (EventConsumer consumer : consumers) {
            if (consumer.isStale()) {
                consumer.rebuild();
            }
            while (Objects.requireNonNull(transactions.execute(status -> deliver(consumer)))) {
                // the next batch
            }
        }
    }

    /// Whether a drain would have something to do.
    public boolean isBehind() {
        return consumers.stream().anyMatch(this::isBehind);
    }

    private boolean isBehind(EventConsumer consumer) {
        return consumer.isStale()
                || jdbc.sql(BEHIND)
                        .param("consumer", consumer.name())
                        .param("types", consumer.types().toArray(String[]::new))
                        .query(Boolean.class)
                        .single();
    }

    private boolean deliver(EventConsumer consumer) {
        jdbc.sql(PLACES).param(consumer.name()).update();
        Integer[] parts = jdbc.sql(FREE)
                .param(consumer.name())
                .query(Integer.class)
                .list()
                .toArray(Integer[]::new);
        long upTo = jdbc.sql(UP_TO)
                .param("consumer", consumer.name())
                .param("parts", parts)
                .param("limit", BATCH)
                .query(Long.class)
                .single();
        if (upTo == 0) {
            return false;
        }
        List<Event> events = jdbc.sql(EVENTS)
                .param("consumer", consumer.name())
                .param("parts", parts)
                .param("upTo", upTo)
                .param("types", consumer.types().toArray(String[]::new))
                .query(EventDelivery::event)
                .list();
        if (!events.isEmpty()) {
            consumer.accept(events);
        }
        jdbc.sql(MOVE)
                .param("upTo", upTo)
                .param("consumer", consumer.name())
                .param("parts", parts)
                .update();
        return true;
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("seq"),
                row.getString("type"),
                row.getInt("version"),
                row.getString("key"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }
}
