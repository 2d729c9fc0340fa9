package org.macroedge.server.releases.importing;

/// Receives the progress of an import.
public interface ImportProgress {

    /// Discards it.
    ImportProgress SILENT = new ImportProgress() {};

    /// A file was opened.
    default void reading(String file) {}

    /// So many rows were read so far, over all files.
    default void read(long rows) {}

    /// Nothing new, for a moment.
    default void waiting() {}

    /// All rows are read; so many facts are being written.
    default void writing(long facts) {}
}
