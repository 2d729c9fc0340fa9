package org.macroedge.server.releases.intake;

/// Receives the results of an adapter's rows, in their order.
@FunctionalInterface
public interface RowConsumer {

    /// The rows of a file follow.
    default void startFile(String name) {}

    /// No row has come for a moment. Fails where nobody waits for the rows any more.
    default void waiting() {}

    /// Receives the result of one row.
    void accept(RowResult result);
}
