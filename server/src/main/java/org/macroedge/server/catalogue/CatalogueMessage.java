package org.macroedge.server.catalogue;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// What is wrong in a file that users edit. Each text continues the place: file, line and field.
public enum CatalogueMessage implements Message {
    UNREADABLE(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "cannot be read: {reason}",
            "The file or folder does not exist, or may not be read.",
            "Check the path and its rights, or name the catalogue with `--catalogue`")),
    EMPTY(Wording.of(
            ProblemCode.CATALOGUE_FAULT, "is empty", "The file has no content, or only comments.", "Restore the file")),
    TOO_LARGE(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "is longer than {most:,} bytes",
            "The file is larger than any catalogue or profile.",
            "Check that it is the right file")),
    NOT_TEXT(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "is not text in UTF-8",
            "The file is binary, or in another encoding.",
            "Save it as UTF-8")),
    NOT_YAML(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "is not YAML: {reason}",
            "The file breaks the rules of YAML, often by its indentation or an unquoted colon.",
            "Correct the line")),
    NOT_LIST(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "is not a list",
            "A list is expected, each entry after `- `.",
            "Correct the field; `catalogue check` shows all faults")),
    NOT_MAPPING(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "is not a mapping of fields",
            "Fields with values are expected, as in `id: us-cpi-yoy`.",
            "Correct the field; `catalogue check` shows all faults")),
    NOT_VALUE(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "is not a single value",
            "A list or a mapping stands where a text or number is expected.",
            "Correct the field; `catalogue check` shows all faults")),
    DUPLICATE_FIELD(Wording.of(
            ProblemCode.CATALOGUE_FAULT, "appears twice", "A mapping has the same field twice.", "Remove one of them")),
    MISSING_FIELD(
            Wording.of(ProblemCode.CATALOGUE_FAULT, "is missing", "A required field is not there.", "Add the field")),
    GIVEN_BY_SERVER(Wording.of(
            ProblemCode.WEIGHT_SET_FAULT,
            "is given by the request's address or counted by the server",
            "The id of a proposed weight set is in the address, and its version is the next one.",
            "Leave the field out")),
    UNKNOWN_FIELD(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "is unknown; use one of {fields}",
            "No such field exists; it may be misspelled.",
            "Correct the field; `catalogue check` shows all faults")),
    NO_FIELD(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "has no field; use at least one of {fields}",
            "A mapping without fields would say nothing.",
            "Add a field, or remove the mapping")),
    NUMBER_OF_ENTRIES(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "has {found} entries, but needs {needed}",
            "A list is too short or too long.",
            "Correct the field; `catalogue check` shows all faults")),
    TOO_LONG(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "{value} is longer than {most} characters",
            "A text does not fit where it is shown.",
            "Shorten it")),
    INVALID(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "{value} is not {expected}",
            "The value has the wrong type or form, or is not in the list of allowed values.",
            "Correct the field; `catalogue check` shows all faults")),
    INVALID_ENTRY(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "is not valid: {reason}",
            "The fields of the entry contradict each other.",
            "Correct the field; `catalogue check` shows all faults")),
    DUPLICATE_ID(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "\"{id}\" is already taken; an id is never reused",
            "Two entries have the same id.",
            "Give the new entry an id of its own")),
    DUPLICATE_SYMBOL(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "\"{symbol}\" of source {source} is already taken",
            "Two series of prices have the same symbol of the same source.",
            "Remove one of them, or correct the symbol")),
    UNKNOWN_ID(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "no {kind} has the id \"{id}\"",
            "The entry refers to an id that no file defines.",
            "Correct the id, or define it")),
    COVERS_NOTHING(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "covers no indicator",
            "No indicator of the catalogue has the areas and categories of the index.",
            "Correct `areas`, `side` or `categories`")),
    ENDS_BEFORE_START(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "{to} is before validFrom, {from}",
            "The last day of an indicator is before its first.",
            "Correct the field; `catalogue check` shows all faults")),
    SECOND_SUCCESSOR(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "\"{id}\" already succeeds {other}",
            "Two indicators name the same successor.",
            "Correct the field; `catalogue check` shows all faults")),
    SUCCESSOR_WITHOUT_END(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "needs validTo: rows after that day belong to the successor",
            "An indicator names a successor and does not say when it ends.",
            "Add `validTo`")),
    SUCCESSOR_TOO_EARLY(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "\"{successor}\" must start, by validFrom, after {id} ends, on {end}",
            "The successor starts before its predecessor ends.",
            "Correct the field; `catalogue check` shows all faults")),
    TIMES_OVERLAP(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "must start, by from, after the entry above it ends, by to",
            "Two release times of an indicator, or two calendars of its meetings, hold on the same day.",
            "Correct the field; `catalogue check` shows all faults")),
    NO_TITLE(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "\"{id}\" has no title in {folder}: map one to it, or its data never arrive",
            "No profile maps a title to the indicator.",
            "Add the title to `titles` of a profile")),
    SERIES_NOT_LEVEL(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "{transform} is made of levels, and the series gives {publishes}",
            "A change of a change is no indicator's figure.",
            "Write `transform: none` if the publisher gives the change, or `publishes: level`")),
    SERIES_FREQUENCY(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "{transform} cannot be made for {indicator}, which is {frequency}",
            "A percent change to the month before needs monthly figures, one to the quarter before quarterly ones.",
            "Correct `transform`")),
    SERIES_TRANSFORM(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "gives {transform}, but the contract of {indicator} is {contract}",
            "The figures of the series would stand beside forecasts of something else.",
            "Correct `transform` or `publishes`, or take another series")),
    SERIES_UNIT(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "gives {unit}, but the unit of {indicator} is {contract}",
            "The figures of the series would be compared with forecasts in another unit.",
            "Correct `unit` and `scale`, or take another series")),
    SERIES_STAGE(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "{indicator} is of stage {stage}: a series tells only when a period first appears",
            "A later stage changes a figure that is there, or leaves it as it is.",
            "Map the series to the indicator of the first stage")),
    SERIES_KEY_TWICE(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "\"{key}\" with this transform is already given to {indicator}",
            "Two entries take the same figures of one series.",
            "Remove one of them")),
    SERIES_TWICE(Wording.of(
            ProblemCode.CATALOGUE_FAULT,
            "{indicator} already has series \"{key}\" of {source}",
            "An indicator has one series of each source.",
            "Remove one of them"));

    private final Wording wording;

    CatalogueMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /// The text about a file or folder that cannot be read.
    static String unreadable(Exception fault) {
        return UNREADABLE.text(
                switch (fault) {
                    case NoSuchFileException missing -> "it does not exist";
                    case AccessDeniedException denied -> "you may not read it";
                    default -> String.valueOf(fault.getMessage());
                });
    }
}
