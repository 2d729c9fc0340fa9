package org.macroedge.server.sources;

import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.RowConsumer;
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

    private CapturedList() {}

    /// @param name of the copy, before the time of its capture
    /// @param profile of its layout, which takes the capture from the name; its `path` names the
    /// list where that is not the answer itself
    /// @throws SourceFault of an empty list: every span that is asked for has events
    public static ReleaseAdapter read(Payload payload, String name, CalendarProfile profile) {
        return read(payload, name, profile, tree(payload.body()));
    }

    /// The same where the publisher may say in a property of an object why it gives no list.
    ///
    /// @param refusal the name of that property
    /// @throws SourceFault of a refusal, and of an empty list
    public static ReleaseAdapter read(Payload payload, String name, CalendarProfile profile, String refusal) {
        JsonNode answer = tree(payload.body());
        JsonNode reason = answer.path(refusal);
        if (reason.isString()) {
            throw SourceFault.refused(reason.stringValue());
        }
        return read(payload, name, profile, answer);
    }

    private static ReleaseAdapter read(Payload payload, String name, CalendarProfile profile, JsonNode answer) {
        String path = profile.layout().path();
        JsonNode list = path.isEmpty() ? answer : answer.at("/" + path.replace('.', '/'));
        if (list.isArray() && list.isEmpty()) {
            throw SourceFault.noRows();
        }
        CalendarFile file = new CalendarFile(
                name + "_" + CAPTURED.format(payload.fetchedAt()), () -> new ByteArrayInputStream(payload.body()));
        return new Copy(file.name(), new CalendarReader(profile, List.of(file), payload.fetchedAt()));
    }

    /// The reader of a copy that is no file to anybody else: what is wrong with it is wrong with the answer.
    private record Copy(String name, CalendarReader reader) implements ReleaseAdapter {

        @Override
        public String source() {
            return reader.source();
        }

        @Override
        public AdapterReport deliver(RowConsumer rows) {
            try {
                return reader.deliver(rows);
            } catch (MacroEdgeException fault) {
                if (fault.code() == ProblemCode.FILE_FAULT) {
                    throw SourceFault.notUnderstood(fault.text()
                            .replace(" (" + name + ":", " (line ")
                            .replace(" (" + name + ")", "")
                            .replace(name, "it"));
                }
                throw fault;
            }
        }
    }

    /// An answer as a tree; missing where it is not JSON, which the reader of its rows reports.
    private static JsonNode tree(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException | NumberFormatException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
