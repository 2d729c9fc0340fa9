package org.macroedge.server.releases.profile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowResult;

/// Reads one calendar file by a profile, one row at a time, and keeps no row.
///
/// Rows of the next year at the end of a file are moved there and marked `spilled`, so that they can give way to
/// the same rows in their own year's file.
final class FileReader {

    private final CalendarProfile profile;
    private final RowMapper mapper;
    private final RowConsumer rows;
    private long read;

    FileReader(CalendarProfile profile, CellMeanings meanings, RowConsumer rows) {
        this.profile = profile;
        this.rows = rows;
        this.mapper = new RowMapper(profile, meanings, rows);
    }

    /// Reads the file.
    ///
    /// @return how far the clock times of the mapped rows differ from the catalogue's release time
    /// @throws MacroEdgeException with `file-fault`, naming file and line, where it is not a table that fits the
    /// profile
    HourOffsets read(CalendarFile file) {
        try (InputStream bytes = file.source().open();
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .fieldSeparator(profile.delimiter())
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(CalendarText.reader(bytes, profile.encoding()))) {
            read(file, records.iterator());
            return mapper.hourOffsets();
        } catch (CalendarText.Unreadable fault) {
            throw fault(file, read + 1, String.valueOf(fault.getMessage()));
        } catch (CsvParseException | UncheckedIOException fault) {
            throw CalendarText.cause(fault)
                    .map(text -> fault(file, 0, text))
                    .orElseGet(() -> fault(file, 0, "is not a table: " + fault.getMessage()));
        } catch (IOException fault) {
            throw fault(file, 0, "cannot be read: " + fault.getMessage());
        }
    }

    private void read(CalendarFile file, Iterator<CsvRecord> records) {
        if (!records.hasNext()) {
            throw fault(file, 1, "is empty");
        }
        CsvRecord first = records.next();
        if (first.getField(0).stripLeading().startsWith("<")) {
            throw fault(file, 1, "is a web page, not a table");
        }
        Columns columns = Columns.of(profile, first.getFields(), missing -> fault(file, 1, missing));
        LocalDate latest = LocalDate.MIN;
        CsvRecord record = columns.headed() ? next(records) : first;
        while (record != null) {
            CsvRecord following = next(records);
            read++;
            if (record.getFieldCount() != columns.count()) {
                mismatch(file, record, columns, following == null);
            } else {
                latest = accept(new Cells(file.name(), record, columns), latest);
            }
            record = following;
        }
    }

    private LocalDate accept(Cells cells, LocalDate latest) {
        CalendarInstants.Stated stated = mapper.stated(cells);
        if (stated == null) {
            return latest;
        }
        Integer days = profile.spillDays();
        if (days != null && latest != LocalDate.MIN && stated.date().isBefore(latest.minusDays(days))) {
            mapper.map(cells, stated.plusYears(1), true);
            return latest;
        }
        mapper.map(cells, stated, false);
        return stated.date().isAfter(latest) ? stated.date() : latest;
    }

    private void mismatch(CalendarFile file, CsvRecord record, Columns columns, boolean last) {
        String what = "has " + record.getFieldCount() + " fields where the header has " + columns.count();
        if (last && record.getFieldCount() < columns.count()) {
            throw fault(file, record.getStartingLineNumber(), "is cut off: the last line " + what);
        }
        rows.accept(new RowResult.Faulty(new RowFault(
                file.name(),
                record.getStartingLineNumber(),
                RowFault.Reason.FIELD_COUNT,
                "The row " + what,
                String.join(String.valueOf(profile.delimiter()), record.getFields()))));
    }

    private static @Nullable CsvRecord next(Iterator<CsvRecord> records) {
        return records.hasNext() ? records.next() : null;
    }

    private static MacroEdgeException fault(CalendarFile file, long line, String what) {
        return new MacroEdgeException(
                ProblemCode.FILE_FAULT,
                file.name() + " " + what,
                line > 0 ? file.name() + ":" + line : file.name(),
                "Nothing of this import is stored. Repair the file, or name another profile, and import again");
    }
}
