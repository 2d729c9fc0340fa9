package org.macroedge.server.releases.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;

/// Keeps what a reader tells of a small file.
final class ReadRows implements CalendarRows {

    static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    final List<CalendarRow> mapped = new ArrayList<>();
    final List<String> unmapped = new ArrayList<>();
    final List<RowFault> faults = new ArrayList<>();
    long ignored;
    HourOffsets hourOffsets = HourOffsets.NONE;

    /// The rows of a file by a profile, both given as text.
    static ReadRows of(Path folder, String profile, String fileName, String text) {
        ReadRows rows = new ReadRows();
        CalendarReader reader = new CalendarReader(profile(folder, profile), rows);
        reader.read(List.of(
                new CalendarFile(fileName, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
        rows.hourOffsets = reader.hourOffsets();
        return rows;
    }

    static CalendarProfile profile(Path folder, String yaml) {
        try {
            return ProfileReader.read(Files.writeString(folder.resolve("mine.yaml"), yaml), CATALOGUE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void mapped(CalendarRow row) {
        mapped.add(row);
    }

    @Override
    public void ignored() {
        ignored++;
    }

    @Override
    public void unmapped(String title) {
        unmapped.add(title);
    }

    @Override
    public void faulty(RowFault fault) {
        faults.add(fault);
    }
}
