package org.macroedge.server.platform.error;

import java.util.List;

/// The failure of a parameter whose value is not one of those that exist.
public final class InvalidValue {

    private InvalidValue() {}

    /// An `invalid-request` that names every allowed value.
    public static MacroEdgeException of(String parameter, Object value, List<String> allowed) {
        return new MacroEdgeException(
                ProblemCode.INVALID_REQUEST,
                "Invalid value for " + parameter + ": \"" + value + "\"",
                "",
                "Allowed values: " + String.join(", ", allowed));
    }
}
