package org.macroedge.server.weights;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.query.StatedReason;

/// Why the version in force is changed, as a request.
///
/// @param reason in one line
public record ReasonRequest(
        @Schema(
                minLength = 1,
                maxLength = StatedReason.LONGEST,
                pattern = StatedReason.PATTERN,
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "The desk agreed on it on Monday.")
        @Nullable
        String reason) {}
