package org.macroedge.server.releases.calendar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Reads calendar files by a profile, as many at once as there are processors, and hands over their rows in the order
/// of the files. One reader reads once.
public final class CalendarReader {

    private final CalendarProfile profile;
    private final CalendarRows rows;
    private HourOffsets hourOffsets = HourOffsets.NONE;
    private long read;

    public CalendarReader(CalendarProfile profile, CalendarRows rows) {
        this.profile = profile;
        this.rows = rows;
    }

    /// Reads files in the order given.
    ///
    /// @throws org.macroedge.server.platform.error.MacroEdgeException with `file-fault`, file and line
    public void read(List<CalendarFile> files) {
        CellMeanings meanings = new CellMeanings(profile);
        int threads = Runtime.getRuntime().availableProcessors();
        Iterator<CalendarFile> waiting = files.iterator();
        Deque<FileOnItsWay> started = new ArrayDeque<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            try {
                while (waiting.hasNext() || !started.isEmpty()) {
                    while (waiting.hasNext() && started.size() < threads) {
                        FileOnItsWay next = new FileOnItsWay(waiting.next(), profile, meanings);
                        started.add(next);
                        readers.execute(next::read);
                    }
                    take(started.remove());
                }
            } finally {
                readers.shutdownNow();
            }
        }
    }

    private void take(FileOnItsWay file) {
        rows.file(file.name());
        hourOffsets = hourOffsets.plus(file.handOver(row -> {
            read++;
            row.accept(rows);
        }));
    }

    /// The rows handed over so far, the one under way included; headers are not counted.
    public long read() {
        return read;
    }

    /// How far the clock times of the mapped rows lie from the catalogue's release time, of the files read so far.
    public HourOffsets hourOffsets() {
        return hourOffsets;
    }
}
