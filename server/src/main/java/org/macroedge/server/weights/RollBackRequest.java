package org.macroedge.server.weights;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.query.StatedReason;

/// Why the last publication is taken back, as a request.
///
/// @param inForce the version that the caller takes to be in force; null for whichever is. With it, a request that is
/// sent again takes nothing more back
/// @param reason in one line
public record RollBackRequest(
        @Schema(minimum = "1", maximum = "1000", example = "2") @Nullable
        Integer inForce,

        @Schema(
                minLength = 1,
                maxLength = StatedReason.LONGEST,
                pattern = StatedReason.PATTERN,
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "The desk agreed on it on Monday.")
        @Nullable
        String reason) {}
