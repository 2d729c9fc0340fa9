package org.macroedge.server.releases.profile.table;

import org.macroedge.engine.vocabulary.Coded;

/// The form of a table in a file.
public enum TableFormat implements Coded {
    /// Lines of fields with a delimiter.
    CSV("CSV"),
    /// A list of objects, each a row.
    JSON("JSON"),
    /// A sheet of an Office Open XML workbook.
    XLSX("a spreadsheet (XLSX)");

    private final String text;

    TableFormat(String text) {
        this.text = text;
    }

    /// The name for messages.
    String text() {
        return text;
    }
}
