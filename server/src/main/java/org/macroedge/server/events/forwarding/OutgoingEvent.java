package org.macroedge.server.events.forwarding;

/// An event as a broker gets it.
///
/// @param id its position in the event log, which consumers know it by
/// @param channel the type of the event, or [DeadLetter#CHANNEL]
/// @param key events of one channel and key stay in order
/// @param json the document; never changed
public record OutgoingEvent(long id, String channel, String key, byte[] json) {}
