package org.macroedge.server.releases.profile.table;

import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a file is not a table of its layout. Each text continues the name of the file.
public enum TableMessage implements Message {
    EMPTY(Wording.of(
            ProblemCode.FILE_FAULT, "is empty", "The file has no bytes, or only blank lines.", "Get the file again")),
    UNCLOSED_QUOTE_AT_END(Wording.of(
            ProblemCode.FILE_FAULT,
            "is cut off: a quote that opens in this line is never closed",
            "The file ends within a quoted field.",
            "Get the file again, or close the quote")),
    UNCLOSED_QUOTE(Wording.of(
            ProblemCode.FILE_FAULT,
            "is not CSV: a quote that opens in this line is never closed",
            "A quoted field is longer than the reader accepts, because its quote is never closed.",
            "Close the quote")),
    TEXT_AFTER_QUOTE(Wording.of(
            ProblemCode.FILE_FAULT,
            "is not CSV: in this row, text follows a closing quote",
            "A field has text after its closing quote; a quote within a quoted field is written twice.",
            "Write quotes within quotes twice")),
    BARE_QUOTE(Wording.of(
            ProblemCode.FILE_FAULT,
            "has a column name with a quote that no quotes enclose",
            "Readers of CSV differ on such a quote, so that the columns are not certain.",
            "Write the name in quotes, and quotes within it twice")),
    LONG_ROW(Wording.of(
            ProblemCode.FILE_FAULT,
            "has a row of more than {letters:,} letters that ends in this line or later",
            "A row is longer than any of a calendar, often because a quote is never closed.",
            "Close the quote, or check that the file is a calendar")),
    WIDE_ROW(Wording.of(
            ProblemCode.FILE_FAULT,
            "has a row of more than {fields:,} fields, or of too many letters",
            "A row has more fields than any of a calendar.",
            "Check the delimiter in the profile, and that the file is a calendar")),
    CUT_OFF_LINE(Wording.of(
            ProblemCode.FILE_FAULT,
            "is cut off: the last line has {fields} fields where the header has {columns}",
            "The last line has too few fields and no line end.",
            "Get the file again")),
    NO_COLUMN(Wording.of(
            ProblemCode.FILE_FAULT,
            "has no column \"{column}\"; it has {columns}",
            "The profile names a column that the header does not have.",
            "Name the right profile, or correct `file.columns` in it")),
    NO_PATH(Wording.of(
            ProblemCode.FILE_FAULT,
            "has no property \"{path}\", where the profile says that its rows are",
            "The JSON has no such property.",
            "Correct `file.path` in the profile")),
    NO_LIST(Wording.of(
            ProblemCode.FILE_FAULT,
            "is not a list; file.path of the profile names the property that holds the rows",
            "The JSON is an object, and the profile does not say where its rows are.",
            "Add `file.path` to the profile")),
    NO_LIST_AT_PATH(Wording.of(
            ProblemCode.FILE_FAULT,
            "has no list in its property \"{path}\"",
            "The property of the JSON holds something else than a list of rows.",
            "Correct `file.path` in the profile")),
    NO_PROPERTY(Wording.of(
            ProblemCode.FILE_FAULT,
            "has no property \"{property}\" in any row; its rows have {properties}",
            "The profile names a column that no row of the JSON has.",
            "Name the right profile, or correct `file.columns` in it")),
    PROPERTY_TWICE(Wording.of(
            ProblemCode.FILE_FAULT,
            "has property \"{property}\" twice",
            "The JSON names its list of rows a second time, as two joined files do.",
            "Get the file again")),
    VALUE_AFTER_END(Wording.of(
            ProblemCode.FILE_FAULT,
            "has another value after its end",
            "The file holds more than one JSON value, as two joined files do.",
            "Get the file again")),
    ROW_WITH_DUPLICATE(Wording.of(
            ProblemCode.FILE_FAULT,
            "has a row with two properties of one name",
            "Only one of the values could count.",
            "Repair the row")),
    BEYOND_LIMITS(Wording.of(
            ProblemCode.FILE_FAULT,
            "has a name, a text, a number or a depth that no calendar has",
            "The JSON is larger or deeper than any calendar.",
            "Check that the file is a calendar")),
    CUT_OFF_JSON(Wording.of(
            ProblemCode.FILE_FAULT,
            "is cut off: its JSON ends early",
            "The file ends within its JSON.",
            "Get the file again")),
    INVALID_JSON(Wording.of(
            ProblemCode.FILE_FAULT,
            "is not valid JSON in this line",
            "The JSON breaks the rules of RFC 8259.",
            "Get the file again, or repair the line")),
    CUT_OFF_GZIP(Wording.of(
            ProblemCode.FILE_FAULT,
            "is cut off: its compressed data end early",
            "The file ends within its gzip data.",
            "Get the file again")),
    DAMAGED_GZIP(Wording.of(
            ProblemCode.FILE_FAULT,
            "is damaged: its compressed data cannot be read",
            "The gzip data fail their checksum or have no valid form.",
            "Get the file again")),
    EXPANDS_TOO_FAR(Wording.of(
            ProblemCode.FILE_FAULT,
            "unpacks to more than {times:,} times its size; no calendar is packed so small",
            "The file was made to fill memory or disk.",
            "Check where the file comes from")),
    NOT_GZIP(Wording.of(
            ProblemCode.FILE_FAULT,
            "seems to be {content}, where the profile says that it is compressed with gzip",
            "The file does not begin like gzip.",
            "Name the right profile, or correct `file.compression` in it")),
    OTHER_FORMAT(Wording.of(
            ProblemCode.FILE_FAULT,
            "seems to be {content}, where the profile says {format}",
            "The file begins like another format than that of the profile.",
            "Name the right profile, or correct `file.format` or `file.encoding` in it")),
    OTHER_ENCODING(Wording.of(
            ProblemCode.FILE_FAULT,
            "seems to be text in UTF-8, where the profile says that it is in {encoding}",
            "The file has letters of several bytes that are valid UTF-8.",
            "Correct `file.encoding` in the profile")),
    NOT_TEXT(Wording.of(
            ProblemCode.FILE_FAULT,
            "is not text in {encoding}",
            "The bytes of a line are not valid in the encoding of the profile.",
            "Correct `file.encoding` in the profile")),
    NOT_TEXT_BUT_SINGLE_BYTES(Wording.of(
            ProblemCode.FILE_FAULT,
            "is not text in {encoding}; it seems to be in an encoding of one byte a letter, such as" + " windows-1252",
            "The bytes of a line are not valid in the encoding of the profile.",
            "Correct `file.encoding` in the profile")),
    DAMAGED_SPREADSHEET(Wording.of(
            ProblemCode.FILE_FAULT,
            "is a damaged spreadsheet",
            "The file begins like a spreadsheet, but cannot be read as one.",
            "Open it in a spreadsheet program, and save it again")),
    LARGE_SPREADSHEET(Wording.of(
            ProblemCode.FILE_FAULT,
            "has more than {bytes:,} bytes; save it as CSV",
            "A spreadsheet is read as a whole, so it must be small.",
            "Save it as CSV")),
    LONG_ROW_OF_SPREADSHEET(Wording.of(
            ProblemCode.FILE_FAULT,
            "has a row of more than {letters:,} letters",
            "A row is longer than any of a calendar.",
            "Check that the file is a calendar")),
    LONG_CELL(Wording.of(
            ProblemCode.FILE_FAULT,
            "has a cell of more than {letters:,} letters",
            "A cell is longer than any of a calendar.",
            "Check that the file is a calendar")),
    SPREADSHEET_EXPANDS_TOO_FAR(Wording.of(
            ProblemCode.FILE_FAULT,
            "unpacks to more than a calendar can have",
            "The spreadsheet was made to fill memory or disk.",
            "Check where the file comes from")),
    MANY_PARTS_OF_SPREADSHEET(Wording.of(
            ProblemCode.FILE_FAULT,
            "has more than {parts:,} parts, or {bytes:,} bytes of their names",
            "A spreadsheet is an archive of some dozen parts; this one was made to fill memory.",
            "Check where the file comes from")),
    LARGE_SHEET(Wording.of(
            ProblemCode.FILE_FAULT,
            "has a sheet of more than {rows:,} rows or {columns:,} columns",
            "No spreadsheet program writes a sheet of so many rows or columns.",
            "Check where the file comes from, or save it as CSV")),
    NO_SHEET(Wording.of(
            ProblemCode.FILE_FAULT,
            "has no sheet \"{sheet}\"; it has {sheets}",
            "The profile names a sheet that the spreadsheet does not have.",
            "Correct `file.sheet` in the profile"));

    private final Wording wording;

    TableMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
