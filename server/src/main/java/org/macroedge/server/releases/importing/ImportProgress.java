package org.macroedge.server.releases.importing;

/// Hears how far an import is.
public interface ImportProgress {

    /// Nobody listens.
    ImportProgress SILENT = new ImportProgress() {};

    /// A file was opened.
    default void reading(String file) {}

    /// So many rows were read, of all files.
    default void read(long rows) {}

    /// All rows are read; so many facts are being written.
    default void writing(long facts) {}
}
