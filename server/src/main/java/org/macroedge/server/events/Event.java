package org.macroedge.server.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.macroedge.server.platform.json.Json;

/// A row of the event log.
///
/// @param seq its position in the order of commits
/// @param key events of one key stay in order
public record Event(long seq, String type, int version, String key, Instant recordedAt, String payload) {

    static Event of(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("seq"),
                row.getString("type"),
                row.getInt("version"),
                row.getString("key"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }

    /// The payload in the shape of its type.
    public <T> T read(Class<T> shape) {
        return Json.mapper().readValue(payload, shape);
    }
}
