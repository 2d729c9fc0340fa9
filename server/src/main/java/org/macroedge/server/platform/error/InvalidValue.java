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
            "The value does not have the form of the parameter or option.",
            "Write {form}")),
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

    /// An `invalid-request` for a text of another form.
    ///
    /// @param name of the parameter where a request has it, of the option where a command has it
    /// @param form what is accepted, without a full stop: `two ids with a comma between them`
    /// @param example of a value that is accepted
    public static MacroEdgeException of(String name, Object value, String form, String example) {
        return UNREADABLE.exception(name, ShownText.of(value), form + ", such as " + example);
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
