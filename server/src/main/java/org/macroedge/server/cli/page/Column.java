package org.macroedge.server.cli.page;

/// A column of a table.
///
/// @param isNumber whether its cells stand at its right edge
/// @param isOptional whether it repeats what another one says and gives way to the others
public record Column(String heading, boolean isNumber, boolean isOptional) {

    /// A column of words.
    public static Column words(String heading) {
        return new Column(heading, false, false);
    }

    /// A column of numbers.
    public static Column numbers(String heading) {
        return new Column(heading, true, false);
    }

    /// A column that gives way where the terminal is narrow: it repeats what another one says.
    public static Column optional(String heading) {
        return new Column(heading, false, true);
    }
}
