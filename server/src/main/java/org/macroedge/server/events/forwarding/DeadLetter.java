package org.macroedge.server.events.forwarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.events.Event;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// What is sent in place of an event that could not be sent.
///
/// @param id of the event, which stays in the log for 30 days
/// @param type of the event
/// @param version of its payload in the log
/// @param reason why it was not sent
/// @param payload as the log holds it; null where it is longer than a broker may take
record DeadLetter(
        long id,
        String type,
        int version,
        String key,
        Instant recordedAt,
        String reason,
        @Nullable JsonNode payload) {

    static final String CHANNEL = "dead_letter";

    /// A tenth of what Kafka takes by default, which an administrator may lower.
    private static final int LONGEST_PAYLOAD = 100_000;

    static OutgoingEvent of(Event event, String reason) {
        boolean isShort = event.payload().length() <= LONGEST_PAYLOAD;
        return of(event, reason, isShort ? Json.mapper().readTree(event.payload()) : null);
    }

    /// For a broker that did not even take the letter with the payload.
    static OutgoingEvent withoutPayload(Event event, String reason) {
        return of(event, reason, null);
    }

    private static OutgoingEvent of(Event event, String reason, @Nullable JsonNode payload) {
        DeadLetter letter = new DeadLetter(
                event.seq(), event.type(), event.version(), event.key(), event.recordedAt(), reason, payload);
        return new OutgoingEvent(event.seq(), CHANNEL, event.key(), Json.bytes(letter));
    }
}
