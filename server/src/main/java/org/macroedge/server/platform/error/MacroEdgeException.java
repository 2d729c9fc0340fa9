package org.macroedge.server.platform.error;

import org.jspecify.annotations.Nullable;

/// A failure that a user can act on: what is wrong, where, and what helps.
public final class MacroEdgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String text;

    /// Made by [Problem], so that nobody sees a message that is not declared.
    ///
    /// @param text the message without its remedy
    MacroEdgeException(ProblemCode code, String text, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.text = text;
    }

    /// The failure that a server answered with, in the server's words.
    public static MacroEdgeException relayed(ProblemCode code, String detail) {
        return new MacroEdgeException(code, detail, detail, null);
    }

    public ProblemCode code() {
        return code;
    }

    /// What is wrong, without what helps: for a reader who has something else to do about it.
    public String text() {
        return text;
    }
}
