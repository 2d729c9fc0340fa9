package org.macroedge.server.releases.profile;

import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// What is wrong in a profile whose form is right. Each text continues the place: file, line and field.
enum ProfileMessage implements Message {
    WEEK_YEAR(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "has Y, the year of an ISO week; y is the year of a date",
            "The pattern would read dates around New Year wrongly.",
            "Write y")),
    TWO_YEARS(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "has a year, and so has yearFrom",
            "The year stands in the pattern and elsewhere.",
            "Remove `yearFrom`, or the year from the pattern")),
    NO_YEAR(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "has no year; yearFrom says where it stands",
            "The pattern reads no year.",
            "Add `yearFrom`, or the year to the pattern")),
    NO_HALF_DAY(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "has hours of a half day (h) and no am or pm (a); H is the hour of a whole day",
            "The pattern cannot tell morning from afternoon.",
            "Write H, or add a")),
    WHOLE_DAY_WITH_HALF(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "has am or pm (a) and hours of a whole day (H); h is the hour of a half day",
            "The pattern says the half of the day twice.",
            "Write h")),
    DAY_OF_YEAR(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "has D, the day of the year, beside a month; d is the day of a month",
            "The pattern says the date twice.",
            "Write d")),
    NO_YEAR_COLUMN(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is column, and columns name none for year",
            "The year is to come from a column that the profile does not name.",
            "Add `year` to `file.columns`")),
    NO_ZONE(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is in-row, and neither a column for zone nor an offset in a pattern says it",
            "Each row is to name its zone, and nothing reads it.",
            "Add `zone` to `file.columns`, or an offset to the pattern")),
    CAPTURED_WITHOUT_PATTERN(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is a column, and the profile has no field captured with its pattern",
            "The time of capture has a column and no form.",
            "Add `captured` with its `pattern`")),
    NO_CAPTURED_COLUMN(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is column, and columns name none for captured",
            "The time of capture is to come from a column that the profile does not name.",
            "Add `captured` to `file.columns`")),
    CAPTURED_TWICE(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is file-name, and columns name one for captured too",
            "The time of capture is to come from two places.",
            "Remove one of them")),
    CAPTURED_NOT_INSTANT(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "has no year or no clock time; a capture is an instant",
            "The pattern of captured reads only a part of a date and time.",
            "Correct the field in the profile")),
    UNKNOWN_PROFILE(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "no profile has the name \"{name}\"",
            "`titlesFrom` names a profile that does not exist.",
            "Correct the field in the profile")),
    TITLES_FROM_SECOND_HAND(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "\"{name}\" takes its titles from \"{other}\"; name that profile",
            "`titlesFrom` names a profile without titles of its own.",
            "Correct the field in the profile")),
    NAMES_OF_JSON(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is for files without a header; the columns of JSON have names",
            "`names` does not apply to JSON.",
            "Remove it")),
    ENCODING_OF_SPREADSHEET(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is for text; a spreadsheet has its own",
            "`encoding` does not apply to a spreadsheet.",
            "Remove it")),
    OTHER_FORMAT(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is for {expected}, and the format is {format}",
            "The field applies to another format.",
            "Remove it, or correct `format`")),
    OPTIONAL_NOT_READ(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "names \"{name}\", which columns do not",
            "`optional` names a column that the profile does not read.",
            "Correct the name, or add the column to `file.columns`")),
    SPREAD_WITHOUT_FORECAST(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "belongs to a forecast, and columns name none for forecast",
            "The profile reads the low, the high or the count of forecasts, and not what they sum up to.",
            "Add `forecast` to `file.columns`")),
    NO_TITLE_GROUP(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "has no group for the title, as in \"(.+?)( \\([A-Z][a-z]{2}\\))?\"",
            "The pattern of titles does not say which part is the title.",
            "Put the title in parentheses")),
    NO_TITLE_COLUMN(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is column, and columns name none for title",
            "The title is to come from a column that the profile does not name.",
            "Add `title` to `file.columns`")),
    NO_TITLE_CONSTANT(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is constant, and constants hold no title",
            "The title is to be the same for all rows and is not given.",
            "Add `title` to `constants`")),
    TITLE_TWICE(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is {from}, and columns name one for title too",
            "The title is to come from two places.",
            "Remove one of them")),
    CONSTANT_TWICE(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is a constant, and columns name one for it too",
            "A value is to come from two places.",
            "Remove one of them")),
    UNKNOWN_INDICATOR(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "no indicator has the id \"{id}\"",
            "The title is mapped to an indicator that the catalogue does not have.",
            "Correct the field in the profile")),
    ENDS_BEFORE_START(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "{to} is before from, {from}",
            "The last day of a title is before its first.",
            "Correct the field in the profile")),
    TITLE_OVERLAPS(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "overlaps with \"{title}\", which stands above: their dates from and to may share no day",
            "The same title is mapped twice for the same days.",
            "Correct the field in the profile")),
    INDICATOR_OVERLAPS(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "overlaps with \"{title}\", which means {indicator} too: their dates from and to may share no day",
            "Two titles are mapped to one indicator for the same days.",
            "Correct the field in the profile")),
    GROUPING_IS_DECIMAL(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "\"{mark}\" is the decimal mark too",
            "Grouping and decimal mark are the same.",
            "Correct the field in the profile")),
    NOT_POWER_OF_TEN(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "{factor} is not a power of ten such as 1000000",
            "`scale` has another factor.",
            "Correct the field in the profile"));

    private final Wording wording;

    ProfileMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
