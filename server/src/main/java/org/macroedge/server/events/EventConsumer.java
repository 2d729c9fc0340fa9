package org.macroedge.server.events;

import java.util.List;
import java.util.Set;

/// Does something for each event of some types, exactly once: its work and its place in the log are stored in one
/// transaction.
public interface EventConsumer {

    /// Under which its place in the log is kept; never changed.
    String name();

    /// The types of events that it takes; others pass by.
    Set<String> types();

    /// Whether something that no event announces asks for a rebuild, such as rows of an earlier formula.
    default boolean isStale() {
        return false;
    }

    /// Computes everything anew where [#isStale]. Called before events are delivered, outside any transaction.
    default void rebuild() {}

    /// Takes events in the order of the log, inside the transaction that moves the cursor.
    ///
    /// @param events at least one
    void accept(List<Event> events);
}
