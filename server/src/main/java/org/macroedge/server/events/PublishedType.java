package org.macroedge.server.events;

import java.util.function.Function;

/// A type of events that programs outside get through a broker; a module declares its own as
/// beans.
///
/// @param type in the event log, and for those programs
/// @param version of the payload that they get; a new key leaves it as it is
/// @param payload what they get of an event, which follows from the event alone
public record PublishedType(String type, int version, Function<Event, Object> payload) {

    /// A type whose payload is what the log holds.
    public static PublishedType of(String type, int version, Class<?> shape) {
        return new PublishedType(type, version, event -> event.read(shape));
    }
}
