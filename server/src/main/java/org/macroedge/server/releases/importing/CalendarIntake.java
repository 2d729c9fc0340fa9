package org.macroedge.server.releases.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.calendar.CalendarFile;
import org.macroedge.server.releases.calendar.CalendarProfile;
import org.macroedge.server.releases.calendar.CalendarReader;
import org.macroedge.server.releases.calendar.CalendarRow;
import org.macroedge.server.releases.calendar.CalendarRows;
import org.macroedge.server.releases.calendar.RowFault;

/// Reads files and works out what they bring to a store: pure but for the bytes of the files.
final class CalendarIntake implements CalendarRows {

    private static final int TOLD_EVERY = 1_000;

    private final CalendarProfile profile;
    private final ImportProgress progress;
    private final CalendarReader reader;
    private final Map<Indicator, List<CalendarRow>> rows = new LinkedHashMap<>();
    private final Map<String, Long> unmapped = new TreeMap<>();
    private final List<RowFault> faults = new ArrayList<>();
    private long ignored;

    CalendarIntake(CalendarProfile profile, ImportProgress progress) {
        this.profile = profile;
        this.progress = progress;
        this.reader = new CalendarReader(profile, this);
    }

    /// Reads every file.
    ///
    /// @throws org.macroedge.server.platform.error.MacroEdgeException with `file-fault`
    void read(List<CalendarFile> files) {
        for (CalendarFile file : files) {
            progress.reading(file.name());
            reader.read(List.of(file));
        }
        progress.read(reader.read());
    }

    /// Works out the facts, in ascending indicator id.
    ImportCounts take(StoredReleases stored, NewFacts facts) {
        Map<RowOutcome, Long> outcomes = new HashMap<>();
        rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Indicator::id)))
                .forEach(entry -> new IndicatorIntake(
                                entry.getKey(),
                                profile.source(),
                                profile.forecastKind(),
                                stored.of(entry.getKey().id().value()),
                                facts)
                        .take(entry.getValue())
                        .forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum)));
        return ImportCounts.of(reader.read(), outcomes, ignored, unmapped, faults.size(), facts.revisions());
    }

    List<RowFault> faults() {
        return faults;
    }

    @Override
    public void mapped(CalendarRow row) {
        rows.computeIfAbsent(row.indicator(), indicator -> new ArrayList<>()).add(row);
        if (reader.read() % TOLD_EVERY == 0) {
            progress.read(reader.read());
        }
    }

    @Override
    public void ignored() {
        ignored++;
    }

    @Override
    public void unmapped(String title) {
        unmapped.merge(title, 1L, Long::sum);
    }

    @Override
    public void faulty(RowFault fault) {
        faults.add(fault);
    }
}
