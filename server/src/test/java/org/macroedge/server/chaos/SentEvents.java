package org.macroedge.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.macroedge.server.events.forwarding.KafkaProcess;
import org.macroedge.server.platform.database.Database;

/// What a Kafka has of the events of a log.
final class SentEvents {

    private static final List<String> TYPES =
            List.of("macro_data_updated", "bias_computed", "regime_changed", "alert_raised");
    private static final String DEAD_LETTERS = "macro-edge.dead_letter";

    private final KafkaProcess kafka;
    private int repeated;

    SentEvents(KafkaProcess kafka) {
        this.kafka = kafka;
    }

    /// How often an event came again at the last look.
    int repeated() {
        return repeated;
    }

    /// The ids and keys of the events of the log.
    private static Map<Long, String> logged(Database database, String type) {
        Map<Long, String> logged = new TreeMap<>();
        database.jdbc()
                .sql("SELECT seq, key FROM event_log WHERE type = ?")
                .param(type)
                .query(row -> {
                    logged.put(row.getLong(1), row.getString(2));
                });
        return logged;
    }

    /// Every event of the log arrived, under its key; one that came again is the same; the first of each came in the
    /// order of its key; and there are no others and no dead letters.
    void assertAll(Database database, String what) {
        repeated = 0;
        for (String type : TYPES) {
            List<ConsumerRecord<String, String>> records = kafka.read("macro-edge." + type);
            Map<Long, String> documents = new HashMap<>();
            Map<Long, String> keys = new TreeMap<>();
            Map<String, List<Long>> order = new HashMap<>();
            for (ConsumerRecord<String, String> record : records) {
                long id = id(record);
                String before = documents.putIfAbsent(id, record.value());
                assertThat(before == null ? record.value() : before)
                        .as("%s %d, %s", type, id, what)
                        .isEqualTo(record.value());
                if (before == null) {
                    keys.put(id, record.key());
                    order.computeIfAbsent(record.key(), key -> new ArrayList<>())
                            .add(id);
                }
            }
            repeated += records.size() - keys.size();
            assertThat(keys).as("%s, %s", type, what).isEqualTo(logged(database, type));
            assertThat(order.values())
                    .as("%s, %s", type, what)
                    .allSatisfy(ids -> assertThat(ids).isSorted());
        }
        assertThat(kafka.read(DEAD_LETTERS)).as("dead letters, %s", what).isEmpty();
    }

    private static long id(ConsumerRecord<String, String> record) {
        return Long.parseLong(new String(record.headers().lastHeader("id").value()));
    }
}
