package org.macroedge.server.cli.usage;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a command could not do its work.
public enum CommandMessage implements Problem {
    UNEXPECTED(Wording.of(
            ProblemCode.INTERNAL,
            "Internal error: {kind}",
            "Something happened that macro-edge does not expect: a fault of the program.",
            "{log} has the details")),
    UNEXPECTED_UNLOGGED(Wording.of(
            ProblemCode.INTERNAL,
            "Internal error: {kind}: {reason}",
            "Something happened that macro-edge does not expect, and the home cannot be written.",
            "Check that the home is writable, and try again")),
    CUT_OFF_OUTPUT(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "not all of the answer could be written to standard output",
            "The disk is full, or the program that reads the output ended.",
            "Free some space, or let that program read to the end")),
    UNWRITABLE_FILE(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "{file} cannot be written: {reason}",
            "The folder of the file is missing or closed to you, or its disk is full.",
            "Name a file in a folder of yours; one of this name is as it was")),
    FORMAT_WITHOUT_FILE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "--format {format} needs a file: it is not text",
            "A format of columns is for programs, and would garble a terminal.",
            "Add --output FILE, such as --output export.{format}")),
    CATALOGUE_OF_SERVER(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "--catalogue cannot be used while a server runs on this home: it answers by its own catalogue",
            "The running server answers the command, and it has read its catalogue already.",
            "Leave the option out, or stop the server at {address}")),
    NOT_A_DAY(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "\"{day}\" is not a day",
            "The text is neither a word for a day nor a date.",
            "Write today, yesterday, tomorrow or a date such as 2021-09-03")),
    DAY_AND_SPAN(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "the day {day} cannot be combined with --from or --to",
            "A day is a span of its own.",
            "Give either the day or the span")),
    TO_WITHOUT_FROM(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "--to needs --from",
            "A span of the past has a start; without one, sources are asked for what is new.",
            "Add --from, such as --from 2015-01-01, or leave --to out")),
    NOTHING_TO_SELECT(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "--class, --region and --sort apply to the table and the CSV of all instruments",
            "They are combined with one instrument, or with --format json, which prints what the API answers.",
            "Leave them out, or use --format csv")),
    OF_ALL_ALONE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "{option} applies to the {answer}",
            "The option would have no effect on the answer that is asked for.",
            "Leave {option} out")),
    NO_SUCH_PATH(Wording.of(
            ProblemCode.FILE_FAULT,
            "{path} does not exist",
            "A file or folder to be imported is not there.",
            "Name an existing file or folder")),
    NO_CALENDAR(Wording.of(
            ProblemCode.FILE_FAULT,
            "{folder} has no calendar file",
            "A folder to be imported has no file of a known ending.",
            "A folder gives its .csv files, or its .json or .xlsx files if it has no .csv file. Its"
                    + " subfolders are not read; name them")),
    UNREADABLE_FILE(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} cannot be read: {reason}",
            "The file does not exist, may not be read, or is no text.",
            "Check the path and its rights")),
    UNREADABLE_FOLDER(Wording.of(
            ProblemCode.FILE_FAULT,
            "the folder {folder} cannot be read",
            "You may not read the folder, or its disk reports an error.",
            "Check its rights"));

    private final Wording wording;

    CommandMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
