package org.macroedge.server.weights;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.Json;
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

    private static final long MOST_DIGITS = 50;

    /// The definition as it was given.
    ///
    /// @throws MacroEdgeException with `weight-set-fault` where it cannot be one
    String text() {
        if ((definition == null) == (yaml == null)) {
            throw WeightsMessage.NO_DEFINITION.exception();
        }
        if (hasHugeNumber(definition)) {
            throw WeightsMessage.HUGE_NUMBER.exception();
        }
        String text = yaml == null ? Json.text(Objects.requireNonNull(definition)) : yaml;
        if (text.length() > LONGEST) {
            throw WeightsMessage.TOO_LONG.exception(LONGEST);
        }
        return text;
    }

    /// A short text such as 1e999999999 has a billion digits when it is written.
    private static boolean hasHugeNumber(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS;
            case BigInteger number -> number.bitLength() > MOST_DIGITS;
            case Map<?, ?> fields -> fields.values().stream().anyMatch(WeightSetProposal::hasHugeNumber);
            case List<?> list -> list.stream().anyMatch(WeightSetProposal::hasHugeNumber);
            case null, default -> false;
        };
    }
}
