package org.macroedge.server.releases.importing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.calendar.CalendarRow;

/// A row as bytes: of a temporary file, read back by the process that wrote it, and of a digest.
final class SpooledRow {

    private static final int MISSING = -1;

    private SpooledRow() {}

    static void write(CalendarRow row, DataOutputStream out) throws IOException {
        text(row.file(), out);
        out.writeLong(row.line());
        writeContent(row, out);
    }

    /// Writes what a row says, without where it stands.
    static void writeContent(CalendarRow row, DataOutputStream out) throws IOException {
        out.writeLong(row.at().getEpochSecond());
        text(row.localDate(), out);
        out.writeBoolean(row.dateOnly());
        text(row.period(), out);
        text(row.actual(), out);
        text(row.forecast(), out);
        text(row.previous(), out);
        text(row.eventId(), out);
        out.writeBoolean(row.spilled());
    }

    private static void text(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeInt(MISSING);
            return;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static CalendarRow read(Indicator indicator, DataInputStream in) throws IOException {
        return new CalendarRow(
                String.valueOf(text(in)),
                in.readLong(),
                indicator,
                Instant.ofEpochSecond(in.readLong()),
                date(text(in)),
                in.readBoolean(),
                date(text(in)),
                number(text(in)),
                number(text(in)),
                number(text(in)),
                text(in),
                in.readBoolean());
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == MISSING ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
