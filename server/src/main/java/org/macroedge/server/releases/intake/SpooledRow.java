package org.macroedge.server.releases.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;

/// A row as bytes, for a temporary file that the same process reads back, and for a digest.
final class SpooledRow {

    private static final int MISSING = -1;
    private static final ForecastKind[] KINDS = ForecastKind.values();

    private SpooledRow() {}

    static void write(ReportedRelease row, DataOutputStream out) throws IOException {
        text(row.file(), out);
        out.writeLong(row.line());
        text(row.title(), out);
        writeContent(row, out);
    }

    /// Writes what a row says, without where it stands.
    static void writeContent(ReportedRelease row, DataOutputStream out) throws IOException {
        out.writeLong(row.instant().getEpochSecond());
        text(row.localDate(), out);
        out.writeBoolean(row.dateOnly());
        text(row.period(), out);
        text(row.actual(), out);
        text(row.previous(), out);
        out.writeInt(row.forecasts().size());
        for (ReportedForecast forecast : row.forecasts()) {
            // without a spread, the bytes and so the digests are those of earlier versions
            boolean spread = !forecast.spread().isNone();
            out.writeByte(forecast.kind().ordinal() + (spread ? KINDS.length : 0));
            text(forecast.value(), out);
            text(forecast.capturedAt(), out);
            if (spread) {
                text(forecast.spread().low(), out);
                text(forecast.spread().high(), out);
                text(forecast.spread().count(), out);
            }
        }
        text(row.scheduleCapturedAt(), out);
        text(row.eventId(), out);
        out.writeBoolean(row.shifted());
        out.writeBoolean(row.scheduleTime());
        spillTarget(row.spillTarget(), out);
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

    static ReportedRelease read(String source, Indicator indicator, DataInputStream in) throws IOException {
        return new ReportedRelease(
                String.valueOf(text(in)),
                in.readLong(),
                String.valueOf(text(in)),
                source,
                indicator,
                Instant.ofEpochSecond(in.readLong()),
                date(text(in)),
                in.readBoolean(),
                date(text(in)),
                number(text(in)),
                number(text(in)),
                forecasts(in),
                instant(text(in)),
                text(in),
                in.readBoolean(),
                in.readBoolean(),
                spillTarget(in));
    }

    private static void spillTarget(@Nullable SpillTarget target, DataOutputStream out) throws IOException {
        out.writeBoolean(target != null);
        if (target != null) {
            out.writeLong(target.instant().getEpochSecond());
            text(target.localDate(), out);
        }
    }

    private static @Nullable SpillTarget spillTarget(DataInputStream in) throws IOException {
        return in.readBoolean() ? new SpillTarget(Instant.ofEpochSecond(in.readLong()), date(text(in))) : null;
    }

    private static List<ReportedForecast> forecasts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<ReportedForecast> forecasts = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            int kind = in.readByte();
            forecasts.add(new ReportedForecast(
                    KINDS[kind % KINDS.length],
                    new BigDecimal(String.valueOf(text(in))),
                    instant(text(in)),
                    kind < KINDS.length ? ForecastSpread.NONE : spread(in)));
        }
        return forecasts;
    }

    private static ForecastSpread spread(DataInputStream in) throws IOException {
        BigDecimal low = number(text(in));
        BigDecimal high = number(text(in));
        String count = text(in);
        return new ForecastSpread(low, high, count == null ? null : Integer.valueOf(count));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
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
