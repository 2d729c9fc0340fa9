package org.macroedge.server.releases.verdicts;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.platform.query.StatedReason;
import org.macroedge.server.releases.StatedVerdict;

/// A person's statement about a release, as a request.
///
/// @param statement `confirm`, `doubt`, `cancel`, `withdraw` or `reopen`
/// @param reason why, in one line
public record VerdictRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Codes(StatedVerdict.class) @Nullable
        String statement,

        @Schema(
                minLength = 1,
                maxLength = StatedReason.LONGEST,
                pattern = StatedReason.PATTERN,
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "The agency's own table has 142,000.")
        @Nullable
        String reason) {}
