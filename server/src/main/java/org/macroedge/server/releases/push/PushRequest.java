package org.macroedge.server.releases.push;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Releases of one source, pushed by a program.
///
/// @param source whose figures and forecasts these are, by its id in `sources.yaml`
/// @param releases each a [PushedRelease], of which [PushForm] says where it has another form
public record PushRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "macro-edge") @Nullable
        String source,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        @ArraySchema(minItems = 1, schema = @Schema(implementation = PushedRelease.class))
        @Nullable
        List<JsonNode> releases) {}
