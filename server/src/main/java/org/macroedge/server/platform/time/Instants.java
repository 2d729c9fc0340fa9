package org.macroedge.server.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

/// Reads instants that users write.
public final class Instants {

    private Instants() {}

    /// The instant of an ISO 8601 text; null where there is none.
    ///
    /// @param name of the parameter, for the message
    /// @throws MacroEdgeException with `invalid-instant`
    public static @Nullable Instant read(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException fault) {
            throw new MacroEdgeException(
                    ProblemCode.INVALID_INSTANT,
                    name + " " + text + " is not an instant",
                    "",
                    "Write it like 2021-09-03T12:30:00Z",
                    fault);
        }
    }
}
