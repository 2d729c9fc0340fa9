package org.macroedge.server.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.macroedge.server.platform.database.InstantColumn;
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
                InstantColumn.of(row, "recorded_at"),
                row.getString("payload"));
    }

    /// The payload in the shape of its type.
    public <T> T read(Class<T> shape) {
        return Json.mapper().readValue(payload, shape);
    }
}
