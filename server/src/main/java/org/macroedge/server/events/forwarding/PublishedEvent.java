package org.macroedge.server.events.forwarding;

import java.time.Instant;

/// The document that programs get of an event.
///
/// @param id its position in the event log; a document that comes again has the same id
/// @param version of the payload; a new key leaves it as it is
/// @param key events of one type and key come in the order of their ids
/// @param recordedAt the record time of the change
record PublishedEvent(long id, String type, int version, String key, Instant recordedAt, Object payload) {}
