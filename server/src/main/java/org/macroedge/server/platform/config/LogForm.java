package org.macroedge.server.platform.config;

import java.util.Optional;

/// The form of the lines of the log, which the whole process has.
public enum LogForm {
    /// For a person at a terminal.
    TEXT,
    /// One JSON object a line, with a line for each request, job and run of the stored history.
    JSON;

    private static volatile LogForm current = TEXT;

    /// The form that a setting names; empty where it names none.
    ///
    /// @param text `text` or `json`; blank means `text`
    public static Optional<LogForm> of(String text) {
        return switch (text.strip()) {
            case "", "text" -> Optional.of(TEXT);
            case "json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    /// Sets the form. What the set-up of logging reads takes effect where it is called before the first line.
    public static void use(LogForm form) {
        current = form;
    }

    /// The form in use.
    public static LogForm current() {
        return current;
    }
}
