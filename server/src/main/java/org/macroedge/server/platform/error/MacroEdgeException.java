package org.macroedge.server.platform.error;

import org.jspecify.annotations.Nullable;

/// A failure that a user can act on: what is wrong, where, and what helps.
public final class MacroEdgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    /// Made by [Problem], so that nobody sees a message that is not declared.
    MacroEdgeException(ProblemCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// The failure that a server answered with, in the server's words.
    public static MacroEdgeException relayed(ProblemCode code, String detail) {
        return new MacroEdgeException(code, detail, null);
    }

    public ProblemCode code() {
        return code;
    }
}
