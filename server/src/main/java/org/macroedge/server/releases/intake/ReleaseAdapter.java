package org.macroedge.server.releases.intake;

/// Turns what one source says into reported releases: the only way into the store of releases.
///
/// An adapter reads or receives its input, and passes one [RowResult] per row to a consumer. It passes everything it
/// has, and the intake finds out what is new. A source that knows when it published a schedule or a forecast says so in
/// each row; its captures are then facts of their own.
public interface ReleaseAdapter {

    /// The source of every release that this adapter passes on.
    String source();

    /// Whether it leaves out rows that the store holds. It then delivers while nothing else can be stored, by any
    /// process.
    default boolean readsTheStore() {
        return false;
    }

    /// Passes on every row, in the thread that calls. An adapter does so once.
    ///
    /// @return what the adapter noticed beside the rows
    /// @throws org.macroedge.server.platform.error.MacroEdgeException with `file-fault`, where the input as a
    /// whole is not what it should be; nothing of the batch is stored then
    AdapterReport deliver(RowConsumer rows);
}
