package org.macroedge.server.releases.profile;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.profile.table.Table;
import org.macroedge.server.releases.profile.table.TableRow;
import org.macroedge.server.releases.profile.table.Tables;
import org.macroedge.server.releases.profile.time.ReadTime;
import org.macroedge.server.releases.profile.time.WeekShifts;

/// Reads the files of a batch once, before their rows count, to learn by how much the clock times of each week are
/// wrong. All files count together, so that it does not matter which file a row is in.
final class WeekReader {

    private final CalendarProfile profile;
    private final CellMeanings meanings;
    private final Instant now;
    private final WeekShifts shifts = new WeekShifts();

    private WeekReader(CalendarProfile profile, CellMeanings meanings, Instant now) {
        this.profile = profile;
        this.meanings = meanings;
        this.now = now;
    }

    /// Reads files.
    ///
    /// @param rows may fail while it waits
    /// @return null where the profile leaves clock times as they are
    static @Nullable WeekShifts read(
            CalendarProfile profile,
            CellMeanings meanings,
            Instant now,
            List<CalendarFile> files,
            ExecutorService readers,
            RowConsumer rows) {
        if (!profile.timeRules().catalogueTime()) {
            return null;
        }
        WeekReader reader = new WeekReader(profile, meanings, now);
        List<? extends Future<?>> reading = files.stream()
                .map(file -> readers.submit(() -> reader.count(file)))
                .toList();
        reading.forEach(file -> await(file, rows));
        return reader.shifts;
    }

    private static void await(Future<?> reading, RowConsumer rows) {
        try {
            while (!isDone(reading)) {
                rows.waiting();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the files was interrupted", stopped);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a file could not be read", fault.getCause());
        }
    }

    private static boolean isDone(Future<?> reading) throws InterruptedException, ExecutionException {
        try {
            reading.get(StreamedFile.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException busy) {
            return false;
        }
    }

    /// Counts the rows of a file. One that cannot be read is reported when its rows are to count.
    private void count(CalendarFile file) {
        Columns columns = Columns.of(profile);
        RowTimes times = new RowTimes(profile.instants(), file, now);
        try (InputStream bytes = file.source().open();
                Table table = Tables.open(bytes, profile.layout(), columns.wanted())) {
            for (TableRow row = table.next(); row != null; row = table.next()) {
                Cells cells = new Cells(file, row, columns);
                if (row.mismatch() == null && !cells.isTooLong()) {
                    count(cells, times);
                }
            }
        } catch (IOException unreadable) {
            // reading the file again fails in the same way, and says so
        }
    }

    private void count(Cells cells, RowTimes times) {
        if (times.read(cells) instanceof ReadTime.Known known) {
            Indicator indicator = RowIdentity.of(cells, known.stated().date(), profile, meanings)
                    .indicator();
            if (indicator != null) {
                shifts.count(profile.timeRules().counted(known.stated()), indicator);
            }
        }
    }
}
