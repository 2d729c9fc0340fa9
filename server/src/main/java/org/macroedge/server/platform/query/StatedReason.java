package org.macroedge.server.platform.query;

import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Why a person states something: one line of text, required.
public final class StatedReason {

    /// Longer than any sentence; a list of batches stays readable.
    public static final int LONGEST = 500;

    private static final String CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069";

    /// What the description of the API says of it: something that is not a blank, and no control characters.
    public static final String PATTERN = "^[^" + CONTROLS + "]*[^\\s" + CONTROLS + "][^" + CONTROLS + "]*$";

    private StatedReason() {}

    /// The reason without surrounding blanks.
    ///
    /// @throws MacroEdgeException with `invalid-request` where it is missing, too long or not one line of text
    public static String of(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (text == null || reason.codePoints().allMatch(StatedReason::isBlank)) {
            throw ReasonMessage.MISSING.exception();
        }
        if (reason.codePoints().anyMatch(StatedReason::isControl)) {
            throw ReasonMessage.WITH_CONTROL.exception();
        }
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw ReasonMessage.TOO_LONG.exception(length, LONGEST);
        }
        return reason;
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
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
