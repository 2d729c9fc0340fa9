package org.macroedge.server.cli;

import java.util.Locale;

/// How the report of a command that reads or changes the store as a whole is written.
enum ReportFormat {
    TABLE,
    JSON;

    /// As it is written, also by completion.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
