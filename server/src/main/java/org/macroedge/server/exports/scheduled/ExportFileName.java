package org.macroedge.server.exports.scheduled;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.macroedge.server.exports.ExportFormat;

/// The name of a file, as `morning-2026-11-28T070000Z.csv`: by names, files are in the order of their times.
///
/// @param id of the scheduled export
/// @param time at which it was due
record ExportFileName(String id, Instant time, ExportFormat format) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The names of the files of this export, in any format; the group is the time.
    Pattern ofAllTimes() {
        String formats =
                Arrays.stream(ExportFormat.values()).map(ExportFormat::code).collect(Collectors.joining("|"));
        return Pattern.compile(Pattern.quote(id + "-") + "(\\d{4}-\\d{2}-\\d{2}T\\d{6}Z)\\.(" + formats + ")");
    }

    /// As the name has it: by these texts, times are in their order.
    String timeText() {
        return TIME.format(time);
    }

    @Override
    public String toString() {
        return id + "-" + timeText() + "." + format.code();
    }
}
