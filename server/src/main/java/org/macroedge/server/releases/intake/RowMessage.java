package org.macroedge.server.releases.intake;

import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Wording;

/// Why a row is set aside, in words for the person who imports it.
public enum RowMessage implements Message {
    UNREADABLE_INSTANT(Wording.of(
            RowFault.Reason.UNREADABLE_INSTANT,
            "{cell} does not fit the profile's pattern",
            "The text of date and clock time has another form than each pattern of the profile, or"
                    + " its zone is unknown.",
            "Correct the row, or the patterns under `instant` in the profile, and import the file again")),
    NO_SUCH_DATE(Wording.of(
            RowFault.Reason.UNREADABLE_INSTANT,
            "{cell} is not a date that exists",
            "The form fits a pattern, but the calendar has no such day.",
            "Repair the row in its file and import the file again")),
    NO_SUCH_TIME(Wording.of(
            RowFault.Reason.UNREADABLE_INSTANT,
            "{cell} is not a date and time that exists",
            "The form fits a pattern, but there is no such day or clock time.",
            "Repair the row in its file and import the file again")),
    TOO_EARLY(Wording.of(
            RowFault.Reason.UNREADABLE_INSTANT,
            "{cell} is before {year}",
            "The date is earlier than any that a calendar has.",
            "Repair the row in its file and import the file again")),
    TOO_LATE(Wording.of(
            RowFault.Reason.UNREADABLE_INSTANT,
            "{cell} is more than two years ahead",
            "The date is further ahead than any release is scheduled.",
            "Repair the row in its file and import the file again")),
    SKIPPED_HOUR(Wording.of(
            RowFault.Reason.UNREADABLE_INSTANT,
            "{cell} does not exist in {zone}: clocks skip this hour",
            "The clock time falls into the hour that clocks skip in spring.",
            "Check the zone of the profile, and repair the row")),
    NO_CLOCK_TIME(Wording.of(
            RowFault.Reason.UNREADABLE_INSTANT,
            "clock \"{clock}\" is not a clock time; dateOnly lists texts that mean that there is none",
            "The column of the clock time holds other text.",
            "List the text under `dateOnly` in the profile, or repair the row")),
    CLOCK_WITHOUT_PATTERN(Wording.of(
            RowFault.Reason.UNREADABLE_INSTANT,
            "clock \"{clock}\" is read by no pattern of the profile",
            "No pattern has an hour, so that the clock time would be dropped.",
            "Add the clock time to `pattern` in the profile")),
    UNREADABLE_ACTUAL(Wording.of(
            RowFault.Reason.UNREADABLE_ACTUAL,
            "actual \"{actual}\" is not a number",
            "The actual is neither a number in the form that the profile describes nor a text for a"
                    + " missing value.",
            "Describe the form under `values` in the profile, or repair the row")),
    UNREADABLE_PERIOD(Wording.of(
            RowFault.Reason.UNREADABLE_PERIOD,
            "period \"{period}\" is not a date like 2021-08-01",
            "The period is not an ISO date, or its year is out of range.",
            "Repair the row in its file and import the file again")),
    UNKNOWN_PERIOD(Wording.of(
            RowFault.Reason.UNREADABLE_PERIOD,
            "period \"{period}\" fits no pattern of period",
            "The period has another form than the profile describes, or its year is out of range.",
            "Describe the form under `period` in the profile, or repair the row")),
    UNKNOWN_MULTIPLIER(Wording.of(
            RowFault.Reason.UNREADABLE_ACTUAL,
            "multiplier \"{multiplier}\" is not declared",
            "The column `multiplier` has a text that `values.multipliers` does not name.",
            "Declare the text under `values.multipliers` in the profile")),
    UNREADABLE_CAPTURE(Wording.of(
            RowFault.Reason.UNREADABLE_CAPTURE,
            "captured \"{captured}\" does not fit the pattern of captured",
            "The time of capture has another form than the profile says.",
            "Correct `captured` in the profile, or repair the row")),
    FUTURE_CAPTURE(Wording.of(
            RowFault.Reason.UNREADABLE_CAPTURE,
            "captured \"{captured}\" is in the future",
            "The row claims to have been captured later than now.",
            "Check the zone of `captured` in the profile, and the clock of this machine")),
    FUTURE_ACTUAL(Wording.of(
            RowFault.Reason.FUTURE_ACTUAL,
            "the actual is of {instant}, which is in the future",
            "The row has an actual although its release is still to come.",
            "Check the zone of `instant` in the profile, the year, and the clock of this machine")),
    UNREADABLE_SPREAD(Wording.of(
            RowFault.Reason.FORECAST_SPREAD,
            "{field} \"{text}\" is not a number",
            "The lowest or the highest forecast is neither a number in the form that the profile describes nor a text"
                    + " for a missing value.",
            "Describe the form under `values` in the profile, or repair the row")),
    SPREAD_WITHOUT_FORECAST(Wording.of(
            RowFault.Reason.FORECAST_SPREAD,
            "forecastLow, forecastHigh or forecastCount has a value, and forecast \"{forecast}\" is not a number",
            "A row says how far forecasts are apart or how many they are, and not what they sum up to.",
            "Add the forecast to the row, or empty the other cells, and import the file again")),
    LOW_ABOVE_HIGH(Wording.of(
            RowFault.Reason.FORECAST_SPREAD,
            "forecastLow \"{low}\" is above forecastHigh \"{high}\"",
            "The lowest forecast of a survey is at most its highest.",
            "Check whether the columns are exchanged in the profile, or repair the row")),
    FORECAST_OUTSIDE(Wording.of(
            RowFault.Reason.FORECAST_SPREAD,
            "forecast \"{forecast}\" is not between forecastLow \"{low}\" and forecastHigh \"{high}\"",
            "A figure that sums up several forecasts is between the lowest and the highest of them.",
            "Check that the columns are of the same forecasts and in the same unit, or repair the row")),
    FORECAST_COUNT(Wording.of(
            RowFault.Reason.FORECAST_SPREAD,
            "forecastCount \"{count}\" is not a whole number from 1 to {most:,}",
            "The count says how many forecasts the row's forecast sums up.",
            "Repair the row, or list the text under `values.missing` in the profile if it means that there is none")),
    SEVERAL_OF_ONE(Wording.of(
            RowFault.Reason.FORECAST_SPREAD,
            "forecastCount is 1, and forecast \"{forecast}\", forecastLow \"{low}\" and forecastHigh \"{high}\""
                    + " differ",
            "Of one forecast, the lowest and the highest are the forecast itself.",
            "Check whether the column of the count is the right one, or repair the row")),
    UNIT_CONTRADICTION(Wording.of(
            RowFault.Reason.UNIT_CONTRADICTION,
            "the suffix \"{suffix}\" contradicts the unit of {indicator}, {unit}; if the calendar"
                    + " does write it so, declare unit for the title",
            "A number has a suffix, such as % or K, that the unit of its indicator does not have.",
            "Map the title to another indicator, or declare `unit` for it in the profile")),
    LONG_TEXT(Wording.of(
            RowFault.Reason.UNSTORABLE_TEXT,
            "a cell has more than {letters:,} letters",
            "A column that the profile names holds a text that is longer than any of a calendar.",
            "Check the columns of the profile, or repair the row in its file and import the file again")),
    UNSTORABLE_TEXT(Wording.of(
            RowFault.Reason.UNSTORABLE_TEXT,
            "the row holds a letter that cannot be stored, such as NUL",
            "The row has a character that PostgreSQL does not store.",
            "Repair the row in its file and import the file again")),
    LONG_EVENT(Wording.of(
            RowFault.Reason.UNSTORABLE_TEXT,
            "event has more than {most} letters",
            "The id of an event is longer than any that a calendar has.",
            "Repair the row in its file and import the file again")),
    BARE_QUOTE(Wording.of(
            RowFault.Reason.BARE_QUOTE,
            "The row has a quote within a field that no quotes enclose",
            "Readers of CSV differ on such a quote, so that the fields of the row are not certain.",
            "Write the field in quotes, and quotes within it twice, and import the file again")),
    FIELD_COUNT(Wording.of(
            RowFault.Reason.FIELD_COUNT,
            "The row has {fields} fields where the header has {columns}",
            "A row has more or fewer fields than the header, often because of a delimiter in a text"
                    + " without quotes.",
            "Repair the row in its file and import the file again")),
    NOT_AN_OBJECT(Wording.of(
            RowFault.Reason.FIELD_COUNT,
            "The row is not an object",
            "An element of the list of rows in JSON is a number, a text or a list.",
            "Repair the row in its file and import the file again")),
    TWO_FIGURES_IN_FILES(Wording.of(
            RowFault.Reason.TWO_FIGURES,
            "another figure under the same title at the same time: {others}; tell them apart with"
                    + " `when`, or declare their periods",
            "Two rows of one import claim to be the same release with different figures.",
            "Tell the rows apart with `when` in the profile, or remove the wrong one")),
    TWO_FIGURES_IN_STORE(Wording.of(
            RowFault.Reason.TWO_FIGURES,
            "another figure of this source at the same time: {actual} from {file}:{line}",
            "An earlier import of the same source gave another figure for this time.",
            "Undo the earlier import if it is wrong; a correction needs the time of its capture")),
    SECOND_FIGURE(Wording.of(
            RowFault.Reason.SECOND_FIGURE,
            "a better source, {source}, has another figure near it: {actual} at {instant}; this"
                    + " looks like a later stage or another series",
            "The figure of a better source, at about the same time, is a different one.",
            "Map the title to the indicator of its stage, if the catalogue has one; otherwise"
                    + " nothing is to be done")),
    SPILL_UNPROVEN(Wording.of(
            RowFault.Reason.SPILL_UNPROVEN,
            "nothing shows whether this row belongs to {instant} or one year later; the file's rows"
                    + " around it contradict each other",
            "A row of early January may carry the year that ended, and neither the file nor the"
                    + " store shows which year is right.",
            "Import the file of the year that follows, or correct the year")),
    NO_FIGURES(Wording.of(
            RowFault.Reason.NO_FIGURES,
            "the publisher gives no figures of series {series}",
            "The series was renamed or ended, or the catalogue has a wrong key.",
            "Check the key in `series` of the catalogue"));

    private final Wording wording;

    RowMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /// What is wrong with a row of this message.
    public RowFault.Reason reason() {
        return Coded.of(RowFault.Reason.class, wording.code());
    }
}
