package org.macroedge.server.weights;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.query.StatedReason;

/// A version of a weight set that is proposed, as a request. Exactly one of `definition` and `yaml` is
/// given.
///
/// @param definition the fields of an entry of the catalogue's `weight-sets.yaml`, but for `id` and
/// `version`
/// @param yaml the same as YAML; faults then name the line
/// @param reason why, in one line
public record WeightSetProposal(
        @Schema(maxProperties = MOST_FIELDS, example = "{\"extends\": \"default\", \"importance\": [1, 1, 2]}")
        @Nullable
        Map<String, Object> definition,

        @Schema(maxLength = LONGEST, example = "{extends: default, importance: [1, 1, 2]}") @Nullable
        String yaml,

        @Schema(
                minLength = 1,
                maxLength = StatedReason.LONGEST,
                pattern = StatedReason.PATTERN,
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "Housing leads crypto since 2020.")
        @Nullable
        String reason) {

    /// More than a weight set has.
    static final int MOST_FIELDS = 100;

    /// Several times the length of the largest shipped set.
    static final int LONGEST = 30_000;
}
