package org.macroedge.server.releases.profile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.RowConsumer;

/// Reads calendar files by a profile, as many at once as there are processors, and passes on their rows in the
/// order of the files.
///
/// @param files in the order in which their rows are passed on
public record CalendarReader(CalendarProfile profile, List<CalendarFile> files) implements ReleaseAdapter {

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
        HourOffsets offsets = HourOffsets.NONE;
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            try {
                while (waiting.hasNext() || !started.isEmpty()) {
                    while (waiting.hasNext() && started.size() < threads) {
                        StreamedFile next = new StreamedFile(waiting.next(), profile, meanings);
                        started.add(next);
                        readers.execute(next::read);
                    }
                    offsets = offsets.plus(started.remove().passOn(rows));
                }
            } finally {
                readers.shutdownNow();
            }
        }
        return new AdapterReport(offsets, List.of());
    }
}
