package org.macroedge.server.platform.error;

import java.util.List;

/// The failures of a parameter whose value cannot be used.
public enum InvalidValue implements Problem {
    NOT_ALLOWED(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Invalid value for {parameter}: \"{value}\"",
            "The parameter has a fixed list of values, and this is none of them.",
            "Allowed values: {allowed}")),
    OTHER_CASE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Invalid value for {parameter}: \"{value}\"",
            "The value is in another case than the one that is allowed.",
            "Write {code}")),
    UNREADABLE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Invalid value for {parameter}: \"{value}\"",
            "The value is not of the type of the parameter, such as a whole number.",
            "The page /openapi describes the parameter")),
    TOO_LONG(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The value of {parameter} is longer than {characters:,} characters",
            "No value that means something is as long.",
            "Use a shorter one"));

    private final Wording wording;

    InvalidValue(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /// An `invalid-request` for a text that is not a number where one is expected, or the like.
    public static MacroEdgeException of(String parameter, Object value) {
        return UNREADABLE.exception(parameter, ShownText.of(value));
    }

    /// An `invalid-request` for a text that is too long.
    public static MacroEdgeException tooLong(String parameter, int characters) {
        return TOO_LONG.exception(parameter, characters);
    }

    /// An `invalid-request` that names every allowed value, or the right one where only the case differs.
    public static MacroEdgeException of(String parameter, Object value, List<String> allowed) {
        for (String code : allowed) {
            if (code.equalsIgnoreCase(value.toString())) {
                return OTHER_CASE.exception(parameter, ShownText.of(value), code);
            }
        }
        return NOT_ALLOWED.exception(parameter, ShownText.of(value), String.join(", ", allowed));
    }
}
