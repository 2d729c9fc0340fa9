package org.macroedge.server.events;

import java.time.Instant;
import java.time.ZoneOffset;
import org.macroedge.server.platform.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What happened, in the order of commits.
public final class EventLog {

    private static final int PARTITIONS = 16;
    private static final String APPEND = """
        INSERT INTO event_log (type, version, key, part, recorded_at, payload)
        VALUES (?, ?, ?, ?, ?, ?::jsonb)
        """;

    private final JdbcClient jdbc;

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
    }
}
