package org.macroedge.server.releases.profile;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.profile.time.WeekShifts;

/// Reads calendar files by a profile, as many at once as there are processors, and passes on their rows in the
/// order of the files.
///
/// @param files in the order in which their rows are passed on
/// @param now actuals of later instants are faulty, and so are dates of years far ahead of it
public record CalendarReader(CalendarProfile profile, List<CalendarFile> files, Instant now) implements ReleaseAdapter {

    public CalendarReader {
        files = List.copyOf(files);
    }

    @Override
    public String source() {
        return profile.source();
    }

    @Override
    public AdapterReport deliver(RowConsumer rows) {
        CellMeanings meanings = new CellMeanings(profile);
        int threads = Runtime.getRuntime().availableProcessors();
        Iterator<CalendarFile> waiting = files.iterator();
        Deque<StreamedFile> started = new ArrayDeque<>();
        FileReport report = FileReport.none();
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            try {
                WeekShifts shifts = WeekReader.read(profile, meanings, now, files, readers, rows);
                while (waiting.hasNext() || !started.isEmpty()) {
                    while (waiting.hasNext() && started.size() < threads) {
                        CalendarFile file = waiting.next();
                        StreamedFile next =
                                new StreamedFile(file, new FileReader(profile, meanings, now, file, shifts));
                        started.add(next);
                        readers.execute(next::read);
                    }
                    report.add(started.remove().passOn(rows));
                }
            } finally {
                readers.shutdownNow();
            }
        }
        List<Finding> findings = new ArrayList<>(report.findings().findings());
        findings.addAll(report.clocks().findings());
        return new AdapterReport(report.clocks().offsets(), findings);
    }
}
