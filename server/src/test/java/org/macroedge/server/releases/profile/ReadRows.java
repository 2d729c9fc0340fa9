package org.macroedge.server.releases.profile;

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
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowResult;

/// Keeps the results of a small file.
final class ReadRows implements RowConsumer {

    static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    final List<ReportedRelease> mapped = new ArrayList<>();
    final List<String> unmapped = new ArrayList<>();
    final List<RowFault> faults = new ArrayList<>();
    long ignored;
    HourOffsets hourOffsets = HourOffsets.NONE;

    /// The rows of a file by a profile, both given as text.
    static ReadRows of(Path folder, String profile, String fileName, String text) {
        ReadRows rows = new ReadRows();
        CalendarFile file =
                new CalendarFile(fileName, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        rows.hourOffsets = new CalendarReader(profile(folder, profile), List.of(file))
                .deliver(rows)
                .hourOffsets();
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
    public void accept(RowResult result) {
        switch (result) {
            case RowResult.Mapped row -> mapped.add(row.release());
            case RowResult.Ignored _ -> ignored++;
            case RowResult.Unmapped row -> unmapped.add(row.title());
            case RowResult.Faulty row -> faults.add(row.fault());
        }
    }
}
