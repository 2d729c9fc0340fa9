package org.macroedge.server.releases.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowResult;

/// A file that one thread reads while another takes its rows; the reader waits where it is too far ahead.
final class StreamedFile implements RowConsumer {

    private static final int ROWS_A_BATCH = 500;
    private static final int LETTERS_A_BATCH = 500_000;
    private static final int BATCHES_AHEAD = 32;
    static final long PATIENCE_MILLIS = 250;

    private final CalendarFile file;
    private final BlockingQueue<List<RowResult>> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final FutureTask<FileReport> reading;
    private List<RowResult> batch = new ArrayList<>(ROWS_A_BATCH);
    private int letters;

    StreamedFile(CalendarFile file, FileReader reader) {
        this.file = file;
        this.reading = new FutureTask<>(() -> read(reader));
    }

    /// Reads the file, in the thread that calls.
    void read() {
        reading.run();
    }

    /// Ends with an empty batch, whatever happens, so that the other thread does not wait for more.
    private FileReport read(FileReader reader) throws InterruptedException {
        try {
            return reader.read(this);
        } finally {
            if (!batch.isEmpty()) {
                batches.put(batch);
            }
            batches.put(List.of());
        }
    }

    @Override
    public void accept(RowResult row) {
        batch.add(row);
        letters += row instanceof RowResult.Faulty faulty ? faulty.fault().raw().length() : 0;
        if (batch.size() < ROWS_A_BATCH && letters < LETTERS_A_BATCH) {
            return;
        }
        try {
            batches.put(batch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading " + file.name() + " was interrupted", stopped);
        }
        batch = new ArrayList<>(ROWS_A_BATCH);
        letters = 0;
    }

    /// A file can be read for long before its first row is known, or its last.
    private List<RowResult> next(RowConsumer rows) throws InterruptedException {
        while (true) {
            List<RowResult> next = batches.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
            rows.waiting();
        }
    }

    /// Passes on every row, in the thread that calls, until the file ends.
    ///
    /// @return what was noticed beside the rows
    FileReport passOn(RowConsumer rows) {
        rows.startFile(file.name());
        try {
            for (List<RowResult> next = next(rows); !next.isEmpty(); next = next(rows)) {
                next.forEach(rows::accept);
            }
            return reading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading " + file.name() + " was interrupted", stopped);
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(file.name() + " could not be read", fault.getCause());
        }
    }
}
