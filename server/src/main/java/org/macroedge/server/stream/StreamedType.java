package org.macroedge.server.stream;

import org.macroedge.server.events.Event;

/// A type of events that a module above the stream lets clients have; a module declares one as a bean.
public interface StreamedType {

    /// The type in the event log.
    String type();

    /// The name that clients see.
    String name();

    /// What clients get, which follows from the event alone.
    Record data(Event event);
}
