package org.macroedge.server.releases.profile;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowFault.Reason;
import org.macroedge.server.releases.intake.RowMessage;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.releases.profile.table.RowMismatch;
import org.macroedge.server.releases.profile.table.Table;
import org.macroedge.server.releases.profile.table.TableRow;
import org.macroedge.server.releases.profile.table.Tables;
import org.macroedge.server.releases.profile.time.CaptureTime;
import org.macroedge.server.releases.profile.time.FindingTally;
import org.macroedge.server.releases.profile.time.ReadTime;
import org.macroedge.server.releases.profile.time.WeekShifts;

/// Reads one calendar file by a profile, one row at a time, and keeps no row.
final class FileReader {

    /// A single row that cannot be read says nothing of the profile.
    private static final int FEWEST_ROWS = 2;

    private final CalendarProfile profile;
    private final Columns columns;
    private final CellMeanings meanings;
    private final Instant now;
    private final CalendarFile file;
    private final @Nullable WeekShifts shifts;
    private final FindingTally findings = new FindingTally();
    private final YearlessDates yearless;
    private long read;
    private long misfits;
    private @Nullable RowFault firstMisfit;

    /// @param now actuals of later instants are faulty
    /// @param shifts by how much the clock times of each week are wrong; null where they stay
    FileReader(
            CalendarProfile profile,
            CellMeanings meanings,
            Instant now,
            CalendarFile file,
            @Nullable WeekShifts shifts) {
        this.profile = profile;
        this.columns = Columns.of(profile);
        this.meanings = meanings;
        this.now = now;
        this.file = file;
        this.shifts = shifts;
        this.yearless = new YearlessDates(profile, file);
    }

    /// Reads the file.
    ///
    /// @throws MacroEdgeException with `file-fault`, naming file and line, where it is not a table that fits the
    /// profile
    FileReport read(RowConsumer rows) {
        RowMapper mapper = new RowMapper(profile, meanings, now, shifts, captured());
        return FileTables.read(file, bytes -> {
            readRows(bytes, mapper, rows);
            return report(mapper);
        });
    }

    private void readRows(InputStream bytes, RowMapper mapper, RowConsumer rows) throws IOException {
        RowTimes times = new RowTimes(profile.instants(), file, now);
        try (Table table = Tables.open(bytes, profile.layout(), columns.wanted())) {
            for (String name : table.duplicates()) {
                findings.note(FindingKind.DUPLICATE_COLUMN, name, "file.columns", file.name(), 1);
            }
            for (TableRow row = table.next(); row != null; row = table.next()) {
                read++;
                rows.accept(result(new Cells(file, row, columns), times, mapper));
            }
        }
    }

    private FileReport report(RowMapper mapper) {
        RowFault misfit = firstMisfit;
        if (misfit != null && read >= FEWEST_ROWS && misfits == read) {
            throw FileTables.noRowFits(file, misfit);
        }
        if (read == 0) {
            findings.note(FindingKind.HEADER_ONLY, "", null, file.name(), 1);
        }
        yearless.report(findings);
        return new FileReport(mapper.clocks(), findings);
    }

    private RowResult result(Cells cells, RowTimes times, RowMapper mapper) {
        RowMismatch mismatch = cells.row().mismatch();
        if (mismatch != null) {
            return misfit(cells, mismatch.reason(), mismatch.message());
        }
        if (cells.isUnstorable()) {
            return RowMapper.fault(cells, Reason.UNSTORABLE_TEXT, RowMessage.UNSTORABLE_TEXT.text());
        }
        if (cells.isTooLong()) {
            return RowMapper.fault(cells, Reason.UNSTORABLE_TEXT, RowMessage.LONG_TEXT.text(Cells.LONGEST));
        }
        return switch (times.read(cells)) {
            case ReadTime.Known known -> {
                yearless.note(known.stated().date(), cells.line());
                RowResult result = mapper.map(cells, known.stated());
                yield result instanceof RowResult.Faulty faulty
                                && faulty.fault().reason() == Reason.UNREADABLE_ACTUAL
                        ? counted(faulty)
                        : result;
            }
            case ReadTime.Unreadable unreadable ->
                unreadable.form()
                        ? misfit(cells, Reason.UNREADABLE_INSTANT, unreadable.message())
                        : RowMapper.fault(cells, Reason.UNREADABLE_INSTANT, unreadable.message());
        };
    }

    private RowResult misfit(Cells cells, Reason reason, String message) {
        return counted(RowMapper.fault(cells, reason, message));
    }

    /// Counts a row whose form is not that of the profile. If no row has it, the profile is the wrong one.
    private RowResult counted(RowResult.Faulty faulty) {
        misfits++;
        firstMisfit = firstMisfit == null ? faulty.fault() : firstMisfit;
        return faulty;
    }

    private @Nullable Instant captured() {
        CaptureTime capture = profile.captured();
        if (capture == null || !capture.fromFileName()) {
            return null;
        }
        Instant captured = capture.readWithin(file.name())
                .orElseThrow(() -> FileMessage.NO_CAPTURE.exception(file.name(), file.name()));
        if (captured.isAfter(now)) {
            throw FileMessage.FUTURE_CAPTURE.exception(file.name(), captured, file.name());
        }
        return captured;
    }
}
