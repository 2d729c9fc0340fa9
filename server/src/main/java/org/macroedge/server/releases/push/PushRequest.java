package org.macroedge.server.releases.push;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.web.LongestBody;
import tools.jackson.databind.JsonNode;

/// Releases of one source, pushed by a program.
///
/// @param source whose figures and forecasts these are, by its id in `sources.yaml`
/// @param releases each a [PushedRelease], of which [PushForm] says where it has another form
@LongestBody(LongestBody.MOST)
public record PushRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = LONGEST_SOURCE,
                example = "macro-edge")
        @Nullable
        String source,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        @ArraySchema(minItems = 1, maxItems = MOST, schema = @Schema(implementation = PushedRelease.class))
        @Nullable
        List<JsonNode> releases) {

    /// Longer than any id of a source.
    static final int LONGEST_SOURCE = 60;

    /// The most releases. The longest body holds them with every text at its longest.
    static final int MOST = 500;
}
