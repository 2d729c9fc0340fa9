package org.macroedge.server.releases.profile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.profile.table.TableFault;

/// Reads files that hold tables, and says in one form what is wrong with such a file.
public final class FileTables {

    private FileTables() {}

    /// Reads the bytes of a file.
    @FunctionalInterface
    public interface Reading<T> {

        /// @throws TableFault where they are not the table that is expected
        T read(InputStream bytes) throws IOException;
    }

    /// Reads a file.
    ///
    /// @throws MacroEdgeException with `file-fault`, naming file and line, where it is not the table that is
    /// expected
    public static <T> T read(CalendarFile file, Reading<T> reading) {
        try (InputStream bytes = file.source().open()) {
            return reading.read(bytes);
        } catch (TableFault fault) {
            throw FileMessage.NOT_A_TABLE.exception(file.name(), fault.what(), place(file, fault.line()));
        } catch (NoSuchFileException | FileNotFoundException missing) {
            throw FileMessage.MISSING.exception(file.name(), file.name());
        } catch (IOException fault) {
            throw FileMessage.UNREADABLE.causedBy(fault, file.name(), file.name());
        }
    }

    /// The fault of a file none of whose rows has the form of its profile.
    public static MacroEdgeException noRowFits(CalendarFile file, RowFault first) {
        return FileMessage.NO_ROW_FITS.exception(file.name(), first.message(), place(file, first.line()));
    }

    private static String place(CalendarFile file, long line) {
        return line > 0 ? file.name() + ":" + line : file.name();
    }
}
