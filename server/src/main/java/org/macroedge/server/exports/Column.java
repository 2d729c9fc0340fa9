package org.macroedge.server.exports;

import java.util.List;

/// A column of an export.
///
/// @param means what a cell says, with its unit, for the list of columns; a sentence without a full stop
record Column(String name, Kind kind, String means) {

    /// What a cell holds, where it is not empty.
    enum Kind {
        TEXT,
        /// Unrounded; a double-precision number in a typed format.
        NUMBER,
        COUNT,
        /// In UTC.
        INSTANT,
        DATE,
        YES_NO
    }

    static Column text(String name, String means) {
        return new Column(name, Kind.TEXT, means);
    }

    static Column number(String name, String means) {
        return new Column(name, Kind.NUMBER, means);
    }

    static Column count(String name, String means) {
        return new Column(name, Kind.COUNT, means);
    }

    static Column instant(String name, String means) {
        return new Column(name, Kind.INSTANT, means);
    }

    static Column date(String name, String means) {
        return new Column(name, Kind.DATE, means);
    }

    static Column yesNo(String name, String means) {
        return new Column(name, Kind.YES_NO, means);
    }

    /// Whether its cells are ids of instruments.
    boolean isInstrument() {
        return name.equals("instrument");
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
