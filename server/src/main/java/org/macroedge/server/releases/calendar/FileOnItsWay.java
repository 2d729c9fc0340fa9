package org.macroedge.server.releases.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// A file that one thread reads while another takes its rows; the first waits where it is too far ahead.
final class FileOnItsWay implements CalendarRows {

    private static final int ROWS_A_BATCH = 500;
    private static final int BATCHES_AHEAD = 32;

    private final CalendarFile file;
    private final BlockingQueue<List<Consumer<CalendarRows>>> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final FutureTask<HourOffsets> reading;
    private List<Consumer<CalendarRows>> batch = new ArrayList<>(ROWS_A_BATCH);

    FileOnItsWay(CalendarFile file, CalendarProfile profile, CellMeanings meanings) {
        this.file = file;
        this.reading = new FutureTask<>(() -> read(new FileReader(profile, meanings, this)));
    }

    String name() {
        return file.name();
    }

    /// Reads the file, in the thread that calls.
    void read() {
        reading.run();
    }

    /// Ends with an empty batch, whatever happens, so that nobody waits for more.
    private HourOffsets read(FileReader reader) throws InterruptedException {
        try {
            return reader.read(file);
        } finally {
            if (!batch.isEmpty()) {
                batches.put(batch);
            }
            batches.put(List.of());
        }
    }

    @Override
    public void mapped(CalendarRow row) {
        add(rows -> rows.mapped(row));
    }

    @Override
    public void ignored() {
        add(CalendarRows::ignored);
    }

    @Override
    public void unmapped(String title) {
        add(rows -> rows.unmapped(title));
    }

    @Override
    public void faulty(RowFault fault) {
        add(rows -> rows.faulty(fault));
    }

    private void add(Consumer<CalendarRows> row) {
        batch.add(row);
        if (batch.size() < ROWS_A_BATCH) {
            return;
        }
        try {
            batches.put(batch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody takes the rows of " + name() + " any more", stopped);
        }
        batch = new ArrayList<>(ROWS_A_BATCH);
    }

    /// Hands over every row, in the thread that calls, until the file ends.
    ///
    /// @return how far its clock times lie from the catalogue's
    HourOffsets handOver(Consumer<Consumer<CalendarRows>> taker) {
        try {
            for (List<Consumer<CalendarRows>> next = batches.take(); !next.isEmpty(); next = batches.take()) {
                next.forEach(taker);
            }
            return reading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading " + name() + " was interrupted", stopped);
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(name() + " could not be read", fault.getCause());
        }
    }
}
