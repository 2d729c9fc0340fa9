package org.macroedge.server.releases.verdicts;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.query.StatedReason;

/// A person's statement about a release, as a request.
///
/// @param statement `confirm`, `doubt`, `cancel`, `withdraw` or `reopen`
/// @param reason why, in one line
public record VerdictRequest(
        @Schema(
                allowableValues = {"confirm", "doubt", "cancel", "withdraw", "reopen"},
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "doubt")
        @Nullable
        String statement,

        @Schema(
                minLength = 1,
                maxLength = StatedReason.LONGEST,
                pattern = StatedReason.PATTERN,
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "The agency's own table has 142,000.")
        @Nullable
        String reason) {}
