package org.macroedge.server.platform.error;

/// A message that a user can see. Each module declares its own as the constants of an enum, so that all of them can be
/// listed (`docs/reference/problems.md`) and tested. See [Problem] for those that end a request or a command.
public interface Message {

    Wording wording();

    /// The name of the constant.
    String name();

    /// The text with values in it, without the remedy.
    ///
    /// @param values in the order in which their names first appear
    default String text(Object... values) {
        return wording().filledText(values);
    }

    /// Text and remedy with values in them.
    ///
    /// @param values in the order in which their names first appear
    default String advice(Object... values) {
        return wording().filled(values);
    }
}
