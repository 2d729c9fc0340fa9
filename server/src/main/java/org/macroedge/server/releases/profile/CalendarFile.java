package org.macroedge.server.releases.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A file to import: its name for messages, and its bytes. Only a spreadsheet is held whole, packed as it is. A profile
/// whose clock times are compared with the catalogue's reads the bytes twice.
public record CalendarFile(String name, Source source) {

    private static final String GZIP = ".gz";

    /// Opens the bytes.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /// A file on disk, named by its last part.
    public static CalendarFile of(Path path) {
        return new CalendarFile(String.valueOf(path.getFileName()), () -> Files.newInputStream(path));
    }

    /// The name without its extension, and without `.gz` after it.
    String title() {
        String unpacked =
                name.toLowerCase(Locale.ROOT).endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
        int dot = unpacked.lastIndexOf('.');
        return dot > 0 ? unpacked.substring(0, dot) : unpacked;
    }
}
