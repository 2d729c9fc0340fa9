package org.macroedge.server.releases.profile.table;

import java.io.IOException;

/// A file that is not a table of its layout. The message continues the name of the file.
public final class TableFault extends IOException {
    private static final long serialVersionUID = 1;

    private final long line;

    /// @param line from 1
    public TableFault(long line, TableMessage message, Object... values) {
        super(message.text(values));
        this.line = line;
    }

    /// The line of the fault; for JSON, the number of the row where there is one.
    public long line() {
        return line;
    }

    /// What is wrong, as in `is empty`.
    public String what() {
        return String.valueOf(getMessage());
    }
}
