package org.macroedge.server.events;

import java.util.List;
import java.util.Set;

/// Processes each event of some types exactly once: its work and its place in the log are stored in one transaction.
public interface EventConsumer {

    /// The key of its cursors; never changed.
    String name();

    /// The types of events that it processes; it skips all others.
    Set<String> types();

    /// Whether there is anything for it to do while this process runs. If not, it gets no event, and the log is not
    /// kept for it.
    default boolean isUsed() {
        return true;
    }

    /// Whether this process may do the work now. If not, the events stay for another process, or for later.
    default boolean isActive() {
        return true;
    }

    /// Whether only one process at a time may do the work, because it is computed from the whole store. Others wait.
    default boolean isExclusive() {
        return false;
    }

    /// How many events it gets in one transaction at most.
    default int batch() {
        return 1_000;
    }

    /// How many partitions of the log it takes in one transaction at most, so that other processes get the others.
    default int parts() {
        return EventLog.PARTITIONS;
    }

    /// Whether a rebuild is due for a reason that no event announces, such as rows of an earlier formula.
    default boolean isStale() {
        return false;
    }

    /// Computes everything anew. Called before events are delivered, in a transaction of its own, where [#isStale].
    default void rebuild() {}

    /// Processes events in the order of the log, in the transaction that moves the cursors.
    ///
    /// @param events at least one
    void accept(List<Event> events);

    /// Whether batches or a rebuild have left work to all processes of the store, some of which others may be doing.
    default boolean hasShares() {
        return false;
    }

    /// Does one share of that work, in a transaction of its own. Several processes do so at once, but none while one
    /// processes events or rebuilds.
    ///
    /// @return whether there was one that nobody else does, and that can be done now
    default boolean share() {
        return false;
    }
}
