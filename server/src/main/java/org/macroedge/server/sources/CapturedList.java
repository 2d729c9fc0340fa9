package org.macroedge.server.sources;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.CalendarReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads an answer that is a calendar as a list of JSON, as if it were a saved copy whose name says when it was
/// captured.
public final class CapturedList {

    private static final DateTimeFormatter CAPTURED = DateTimeFormatter.ofPattern(
                    "yyyyMMdd'T'HHmmss'Z.json'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final int LONGEST_EMPTY = 16;

    private CapturedList() {}

    /// The same for an answer that is an object where it is a refusal, and may be one that has the list.
    ///
    /// @param profile whose `path` names the list, if it is not the answer itself
    /// @param refusal the property in which the publisher says why it refuses
    /// @throws SourceFault of a refusal, and of an empty list
    public static ReleaseAdapter read(Payload payload, String name, CalendarProfile profile, String refusal) {
        JsonNode answer = tree(payload.body());
        if (answer.path(refusal).isString()) {
            throw SourceFault.refused(answer.path(refusal).stringValue());
        }
        String path = profile.layout().path();
        JsonNode list = path.isEmpty() ? answer : answer.path(path);
        if (list.isArray() && list.isEmpty()) {
            throw SourceFault.noRows();
        }
        return reader(payload, name, profile);
    }

    /// An answer as a tree; missing where it is not JSON, which the reader of its rows reports.
    private static JsonNode tree(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /// @param name of the copy, before the time of its capture
    /// @param profile of its layout, which takes the capture from the name
    /// @throws SourceFault of an empty list: every span that is asked for has events
    public static ReleaseAdapter read(Payload payload, String name, CalendarProfile profile) {
        if (isEmptyList(payload.body())) {
            throw SourceFault.noRows();
        }
        return reader(payload, name, profile);
    }

    private static CalendarReader reader(Payload payload, String name, CalendarProfile profile) {
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
