package org.macroedge.server.events;

import java.time.Instant;
import org.macroedge.server.platform.json.Json;

/// A row of the event log.
///
/// @param seq its place in the order of commits
/// @param key whose events stay in order
public record Event(long seq, String type, int version, String key, Instant recordedAt, String payload) {

    /// The payload in the shape of its type.
    public <T> T read(Class<T> shape) {
        return Json.mapper().readValue(payload, shape);
    }
}
