package org.macroedge.server.releases.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.profile.CalendarFile;

/// The figures that come with the product, so that a first run shows real figures.
public final class Sample {

    /// The profile that reads it.
    static final String PROFILE = "sample";

    /// The year of its last figures.
    public static final int LAST_YEAR = 2021;

    private static final String FILE = "releases-2014-2021.csv.gz";

    private Sample() {}

    /// The sample's file beside the catalogue; null where it is missing.
    static @Nullable Path file(Path catalogue) {
        Path file = catalogue.toAbsolutePath().resolveSibling("samples").resolve(FILE);
        return Files.isRegularFile(file) ? file : null;
    }

    /// The unpacked rows.
    static CalendarFile calendar(Path file) {
        return new CalendarFile(
                String.valueOf(file.getFileName()), () -> new GZIPInputStream(Files.newInputStream(file)));
    }
}
