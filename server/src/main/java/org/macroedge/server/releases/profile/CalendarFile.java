package org.macroedge.server.releases.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file to import: its name for messages, and its bytes, which are read once and never held whole.
public record CalendarFile(String name, Source source) {

    /// Opens the bytes.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /// A file on disk, named by its last part.
    public static CalendarFile of(Path path) {
        return new CalendarFile(String.valueOf(path.getFileName()), () -> Files.newInputStream(path));
    }
}
