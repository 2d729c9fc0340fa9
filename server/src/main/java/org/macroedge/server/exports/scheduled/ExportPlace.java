package org.macroedge.server.exports.scheduled;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Where the files of a scheduled export go. A file appears there whole, or not at all, and none takes the place of
/// another.
sealed interface ExportPlace permits FolderPlace, BucketPlace {

    /// What writes an export.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Adds a file.
    ///
    /// @param facts about the export, where the place keeps some beside the file
    /// @return false where a file of this name is there, which stays as it is
    /// @throws MacroEdgeException where it cannot be written, or something else has its name
    boolean add(ExportFileName name, Map<String, String> facts, Content content);

    /// Deletes the oldest files of the export. One of a later time than the newest stays and does not count: the clock
    /// was ahead once.
    ///
    /// @param newest the file of this run, which stays
    /// @param kept how many are kept; whatever has another name stays
    /// @return how many were deleted
    /// @throws MacroEdgeException where one cannot be deleted
    int clear(ExportFileName newest, int kept);
}
