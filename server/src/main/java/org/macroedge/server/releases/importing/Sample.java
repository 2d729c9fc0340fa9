package org.macroedge.server.releases.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.calendar.CalendarFile;

/// The figures that come with the product, so that a first run has something real to show.
public final class Sample {

    /// The profile that reads it.
    public static final String PROFILE = "sample";

    /// [#NONE] starts with an empty store.
    public static final String VARIABLE = "MACRO_EDGE_SAMPLE";

    public static final String NONE = "none";

    private static final String FILE = "releases-2014-2021.csv.gz";

    private Sample() {}

    /// The sample's file beside the catalogue; null where none is wanted or there.
    public static @Nullable Path file(Map<String, String> environment, Path catalogue) {
        if (NONE.equals(environment.get(VARIABLE))) {
            return null;
        }
        Path file = catalogue.toAbsolutePath().resolveSibling("samples").resolve(FILE);
        return Files.isRegularFile(file) ? file : null;
    }

    /// The unpacked rows.
    public static CalendarFile calendar(Path file) {
        return new CalendarFile(
                String.valueOf(file.getFileName()), () -> new GZIPInputStream(Files.newInputStream(file)));
    }
}
