package org.macroedge.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

/// What the places of consumers cost to read: no more than what is not processed, however long the log is.
class EventCursorsTest {

    private static final int PROCESSED = 20_000;
    private static final int UNREAD = 48;

    private Database database;
    private EventCursors cursors;

    private record Reader(int parts) implements EventConsumer {

        @Override
        public String name() {
            return "reader";
        }

        @Override
        public Set<String> types() {
            return Set.of("wanted");
        }

        @Override
        public void accept(List<Event> events) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        cursors = new EventCursors(database.jdbc());
        append(PROCESSED);
        database.jdbc()
                .sql("INSERT INTO event_cursor (consumer, part, seq) SELECT 'reader', part, ? FROM"
                        + " generate_series(0, 15) AS part")
                .param(PROCESSED)
                .update();
        append(UNREAD);
        database.jdbc().sql("ANALYZE event_log, event_cursor").update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(int events) {
        database.jdbc().sql("""
            INSERT INTO event_log (type, version, key, part, recorded_at, payload)
            SELECT 'wanted', 1, 'K' || n, n % 16, now(), '{}' FROM generate_series(1, ?) AS n\
            """).param(events).update();
    }

    /// The rows of the log that are read in a transaction, by any scan.
    private long rowsRead(Runnable work) {
        return database.transactions().execute(status -> {
            long before = rowsRead();
            work.run();
            return rowsRead() - before;
        });
    }

    private long rowsRead() {
        return database.jdbc()
                .sql("SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'event_log'")
                .query(Long.class)
                .single();
    }

    @Test
    void theNextEventsAreReadFromThePlacesOfTheConsumer() {
        Reader half = new Reader(8);
        assertThat(rowsRead(() -> {
                    EventCursors.Batch batch = cursors.next(half).orElseThrow();
                    assertThat(batch.events())
                            .hasSize(UNREAD / 2)
                            .extracting(Event::seq)
                            .isSorted();
                    cursors.move(half, batch);
                }))
                .isLessThan(10L * UNREAD);
    }

    @Test
    void theBacklogIsCountedFromThePlacesOfTheConsumer() {
        Reader reader = new Reader(16);
        assertThat(rowsRead(() -> assertThat(cursors.backlog(reader)).isEqualTo(UNREAD)))
                .isLessThan(10L * UNREAD);
        assertThat(rowsRead(() -> assertThat(cursors.hasEvents(reader)).isTrue()))
                .isLessThan(10L * UNREAD);
    }
}
