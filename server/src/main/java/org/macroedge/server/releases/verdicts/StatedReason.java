package org.macroedge.server.releases.verdicts;

import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;

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
            throw VerdictMessage.REASON_MISSING.exception();
        }
        if (reason.codePoints().anyMatch(StatedReason::isControl)) {
            throw VerdictMessage.REASON_WITH_CONTROL.exception();
        }
        if (reason.length() > LONGEST) {
            throw VerdictMessage.REASON_TOO_LONG.exception(reason.length(), LONGEST);
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
