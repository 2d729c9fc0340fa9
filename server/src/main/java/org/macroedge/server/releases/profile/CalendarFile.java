package org.macroedge.server.releases.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// A file to import: its name for messages, and its bytes. Only a spreadsheet is held whole, packed as it is. A profile
/// whose clock times are compared with the catalogue's reads the bytes twice.
public record CalendarFile(String name, Source source) {

    private static final String GZIP = ".gz";
    private static final int LONGEST_NAME = 255;
    /// Slashes, control characters, ends of lines, and letters that turn the direction of the text around them.
    private static final Pattern NOT_IN_NAMES =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}/\\\\]");
    private static final Set<String> FOLDERS = Set.of(".", "..");

    /// @throws MacroEdgeException with `invalid-request` where the name is not that of a file in a folder: messages
    /// show it, and it may come from another program
    public CalendarFile {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || FOLDERS.contains(name)
                || NOT_IN_NAMES.matcher(name).find()) {
            throw FileMessage.INVALID_NAME.exception(ShownText.of(name), LONGEST_NAME);
        }
    }

    /// Opens the bytes.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;

        /// How many bytes it has; negative where that is not known.
        default long size() throws IOException {
            return -1;
        }
    }

    private record FileSource(Path path) implements Source {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public long size() throws IOException {
            return Files.isRegularFile(path) ? Files.size(path) : -1;
        }
    }

    /// A file on disk, named by its last part.
    public static CalendarFile of(Path path) {
        return new CalendarFile(String.valueOf(path.getFileName()), new FileSource(path));
    }

    /// The name without its extension, and without `.gz` after it.
    public String title() {
        String unpacked =
                name.toLowerCase(Locale.ROOT).endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
        int dot = unpacked.lastIndexOf('.');
        return dot > 0 ? unpacked.substring(0, dot) : unpacked;
    }
}
