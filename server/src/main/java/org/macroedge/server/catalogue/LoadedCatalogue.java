package org.macroedge.server.catalogue;

import java.nio.file.Path;
import java.time.Instant;

/// A catalogue as this process loaded it from its files.
///
/// @param modified when the last of its files was modified, or one was added or removed
/// @param bytes SHA-256 of the files' bytes; empty where they could not be read as a whole
public record LoadedCatalogue(Catalogue catalogue, Instant modified, String bytes) {

    /// A catalogue that comes from no folder.
    public LoadedCatalogue(Catalogue catalogue, Instant modified) {
        this(catalogue, modified, "");
    }

    /// The same, edited at an instant that was observed, if that is later than the times of its files.
    LoadedCatalogue editedAt(Instant observed) {
        return new LoadedCatalogue(catalogue, observed.isAfter(modified) ? observed : modified, bytes);
    }

    /// Loads a catalogue, and skips the schemas where the same bytes passed them before.
    ///
    /// @param checked the file that records which bytes passed; if it cannot be written, the next load checks again
    /// @throws CatalogueException with file, line and field of each fault
    public static LoadedCatalogue load(Path folder, Path checked) {
        CheckedContent content = CheckedContent.of(folder);
        if (content.isKnown(checked)) {
            return new LoadedCatalogue(CatalogueLoader.loadChecked(folder), content.modified(), content.hash());
        }
        Catalogue catalogue = CatalogueLoader.load(folder);
        content.remember(checked);
        return new LoadedCatalogue(catalogue, content.modified(), content.hash());
    }
}
