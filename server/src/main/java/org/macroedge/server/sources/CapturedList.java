package org.macroedge.server.sources;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.CalendarReader;

/// Reads an answer that is a calendar as a list of JSON, as if it were a saved copy whose name says when it was
/// captured.
public final class CapturedList {

    private static final DateTimeFormatter CAPTURED = DateTimeFormatter.ofPattern(
                    "yyyyMMdd'T'HHmmss'Z.json'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final int LONGEST_EMPTY = 16;

    private CapturedList() {}

    /// @param name of the copy, before the time of its capture
    /// @param profile of its layout, which takes the capture from the name
    /// @throws SourceFault of an empty list: every span that is asked for has events
    public static ReleaseAdapter read(Payload payload, String name, CalendarProfile profile) {
        if (isEmptyList(payload.body())) {
            throw SourceFault.noRows();
        }
        CalendarFile file = new CalendarFile(
                name + "_" + CAPTURED.format(payload.fetchedAt()), () -> new ByteArrayInputStream(payload.body()));
        return new CalendarReader(profile, List.of(file), payload.fetchedAt());
    }

    private static boolean isEmptyList(byte[] body) {
        return body.length < LONGEST_EMPTY
                && new String(body, StandardCharsets.UTF_8)
                        .replaceAll("\\s", "")
                        .equals("[]");
    }
}
