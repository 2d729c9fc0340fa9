package org.macroedge.server.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

/// Reads and checks the times that users write.
public final class Instants {

    private Instants() {}

    /// Reads an instant in ISO 8601; null or blank text gives null.
    ///
    /// @param name of the parameter or option, for the message
    /// @throws MacroEdgeException with `invalid-instant`
    public static @Nullable Instant read(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException fault) {
            throw invalid(name, text, fault);
        }
    }

    /// The failure of a text that is not an instant.
    ///
    /// @param name of the parameter or option
    public static MacroEdgeException invalid(String name, String text, Throwable cause) {
        return new MacroEdgeException(
                ProblemCode.INVALID_INSTANT,
                name + " \"" + text + "\" is not a valid time",
                "",
                "Write it like 2021-09-03T12:30:00Z",
                cause);
    }

    /// Checks that an answer can be given as of an instant.
    ///
    /// @throws MacroEdgeException with `invalid-instant` if it has a fraction of a second, with
    /// `as-of-in-future` if it is after now
    public static void checkAsOf(Instant asOf, Instant now) {
        if (asOf.getNano() != 0) {
            throw new MacroEdgeException(
                    ProblemCode.INVALID_INSTANT,
                    "asOf " + asOf + " has a fraction of a second",
                    "",
                    "Use whole seconds");
        }
        if (asOf.isAfter(now)) {
            throw new MacroEdgeException(
                    ProblemCode.AS_OF_IN_FUTURE, "asOf " + asOf + " is in the future", "", "Use a time up to now");
        }
    }
}
