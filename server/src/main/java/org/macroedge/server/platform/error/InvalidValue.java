package org.macroedge.server.platform.error;

import java.util.List;

/// The failure of a parameter whose value cannot be used.
public final class InvalidValue {

    private InvalidValue() {}

    /// An `invalid-request` for a text that is not a number where one is expected, or the like.
    public static MacroEdgeException of(String parameter, Object value) {
        return new MacroEdgeException(ProblemCode.INVALID_REQUEST, sentence(parameter, value), "", "");
    }

    /// An `invalid-request` that names every allowed value.
    public static MacroEdgeException of(String parameter, Object value, List<String> allowed) {
        return new MacroEdgeException(
                ProblemCode.INVALID_REQUEST,
                sentence(parameter, value),
                "",
                "Allowed values: " + String.join(", ", allowed));
    }

    private static String sentence(String parameter, Object value) {
        return "Invalid value for " + parameter + ": \"" + value + "\"";
    }
}
