package org.macroedge.server.releases.profile.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The directory of a ZIP archive as the JDK reads it, which refuses one whose places and sizes do not add up. The
/// reader of spreadsheets searches for what it can still find.
final class ZipDirectory {

    private ZipDirectory() {}

    /// The names of all parts.
    ///
    /// @throws IOException where the archive is damaged
    static Set<String> names(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        }
    }
}
