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

    public MacroEdgeException(ProblemCode code, String what, String where, String remedy) {
        this(code, what, where, remedy, null);
    }

    public MacroEdgeException(ProblemCode code, String what, String where, String remedy, @Nullable Throwable cause) {
        super(sentence(what, where, remedy), cause);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }

    private static String sentence(String what, String where, String remedy) {
        String place = where.isEmpty() ? "" : " (" + where + ")";
        String advice = remedy.isEmpty() ? "" : ". " + remedy;
        return what + place + advice;
    }
}
