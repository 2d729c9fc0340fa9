package org.macroedge.server.releases.push;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// The releases of a push in their form: no key that is unknown, each value of its type, no more entries than stated.
/// A key that is missing gives null.
final class PushForm {

    private static final JsonMapper STRICT = Json.strict()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withCoercionConfig(
                    LogicalType.Float,
                    number -> number.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    private PushForm() {}

    /// What an entry of a push is called in messages.
    static String place(int index) {
        return "releases[" + index + "]";
    }

    /// The releases in their order, null where one is null.
    ///
    /// @throws MacroEdgeException with `invalid-request`
    static List<@Nullable PushedRelease> of(PushRequest request) {
        List<JsonNode> entries = request.releases();
        if (entries == null) {
            throw PushMessage.MISSING_FIELD.exception("releases");
        }
        if (entries.isEmpty()) {
            throw PushMessage.MISSING_FIELD.exception(place(0));
        }
        checkCount("releases", entries, PushRequest.MOST);
        List<@Nullable PushedRelease> releases = new ArrayList<>();
        for (JsonNode entry : entries) {
            releases.add(release(place(releases.size()), entry));
        }
        return releases;
    }

    private static @Nullable PushedRelease release(String place, JsonNode entry) {
        try {
            return entry.isNull() ? null : checked(place, STRICT.treeToValue(entry, PushedRelease.class));
        } catch (UnrecognizedPropertyException fault) {
            throw PushMessage.UNKNOWN_FIELD.exception(
                    place + path(fault),
                    fault.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        } catch (JacksonException fault) {
            throw PushMessage.OTHER_TYPE.causedBy(fault, place + path(fault));
        }
    }

    private static PushedRelease checked(String place, PushedRelease release) {
        if (release.forecasts() != null) {
            checkCount(place + ".forecasts", release.forecasts(), PushedRelease.MOST_FORECASTS);
        }
        return release;
    }

    private static void checkCount(String field, List<?> entries, int most) {
        if (entries.size() > most) {
            throw PushMessage.TOO_MANY.exception(field, entries.size(), most);
        }
    }

    private static String path(JacksonException fault) {
        return fault.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + ShownText.of(step.getPropertyName()))
                .collect(Collectors.joining());
    }
}
