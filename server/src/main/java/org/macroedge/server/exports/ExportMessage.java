package org.macroedge.server.exports;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why an export cannot be written as it is asked for.
public enum ExportMessage implements Problem {
    DIALECT_OF_CSV(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "{dialect} {value} is a form of CSV, and the format is {format}",
            "The other formats have types, and need no dialect.",
            "Leave {dialect} out, or ask for format csv")),
    NO_SERVER_TIME(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "{dialect} metatrader needs {serverTime}",
            "MetaTrader compares instants with the clock of its trading server: in UTC, they would be hours off.",
            "Add {serverTime}: new-york+7 for most brokers, or an offset such as +02:00")),
    OF_METATRADER(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "{parameter} applies to {dialect} metatrader only",
            "The other forms have instants in UTC and the ids of instruments.",
            "Leave {parameter} out, or ask for {dialect} metatrader")),
    TOO_MANY_ROWS(Wording.of(
            ProblemCode.TOO_MANY_ROWS,
            "the export has more than the {rows:,} rows that a sheet of XLSX can have below its head",
            "A sheet ends at row 1,048,576, in every program.",
            "Ask for a shorter period (from, to), for one instrument, indicator or region, or for format csv, parquet"
                    + " or arrow"));

    private final Wording wording;

    ExportMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
