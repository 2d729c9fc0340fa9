package org.macroedge.server.releases.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowResult;

/// Keeps the results of a small file.
final class ReadRows implements RowConsumer {

    static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    /// When the files are read.
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    final List<ReportedRelease> mapped = new ArrayList<>();
    final List<String> unmapped = new ArrayList<>();
    final List<RowFault> faults = new ArrayList<>();
    long ignored;
    HourOffsets hourOffsets = HourOffsets.NONE;
    List<Finding> findings = List.of();

    /// The rows of a file by a profile, both given as text.
    static ReadRows of(Path folder, String profile, String fileName, String text) {
        return of(profile(folder, profile), fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadRows of(CalendarProfile profile, String fileName, byte[] bytes) {
        return of(profile, List.of(new CalendarFile(fileName, () -> new ByteArrayInputStream(bytes))));
    }

    static ReadRows of(CalendarProfile profile, List<CalendarFile> files) {
        ReadRows rows = new ReadRows();
        rows.read(profile, files);
        return rows;
    }

    void read(CalendarProfile profile, List<CalendarFile> files) {
        AdapterReport report = new CalendarReader(profile, files, NOW).deliver(this);
        hourOffsets = report.hourOffsets();
        findings = report.findings();
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

    /// What was found, a line each: kind, detail, count, file and line of the first, field.
    List<String> findingLines() {
        return findings.stream()
                .map(finding -> finding.kind().code() + " [" + finding.detail() + "] " + finding.count() + " "
                        + finding.firstFile() + ":" + finding.firstLine() + " " + finding.field())
                .toList();
    }
}
