package org.macroedge.server.releases.intake;

/// Receives the results of an adapter's rows, in their order.
@FunctionalInterface
public interface RowConsumer {

    /// The rows of a file follow.
    default void startFile(String name) {}

    /// Receives the result of one row.
    void accept(RowResult result);
}
