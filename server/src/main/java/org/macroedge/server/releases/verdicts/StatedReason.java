package org.macroedge.server.releases.verdicts;

import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

/// Why a person states something: one line of text, required.
final class StatedReason {

    /// Longer than any sentence; a list of batches stays readable.
    private static final int LONGEST = 500;

    private StatedReason() {}

    /// The reason without surrounding blanks.
    ///
    /// @throws MacroEdgeException with `invalid-request` where it is missing, too long or not one line of text
    static String of(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty()) {
            throw new MacroEdgeException(
                    ProblemCode.INVALID_REQUEST,
                    "A reason is missing",
                    "",
                    "Say in one line why, so that others can judge it");
        }
        if (reason.codePoints().anyMatch(StatedReason::isControl)) {
            throw new MacroEdgeException(
                    ProblemCode.INVALID_REQUEST, "The reason has a line break or another control character", "", "");
        }
        if (reason.length() > LONGEST) {
            throw new MacroEdgeException(
                    ProblemCode.INVALID_REQUEST,
                    "The reason has " + reason.length() + " characters",
                    "",
                    "At most " + LONGEST + " are stored");
        }
        return reason;
    }

    /// Control characters, those that change the direction of text included.
    private static boolean isControl(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || isDirection(character);
    }

    private static boolean isDirection(int character) {
        byte direction = Character.getDirectionality(character);
        return switch (direction) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> false;
        };
    }
}
