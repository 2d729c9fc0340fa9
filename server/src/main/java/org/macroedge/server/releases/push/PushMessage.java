package org.macroedge.server.releases.push;

import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;
import org.macroedge.server.releases.intake.SpreadFault;

/// Why a push is refused as a whole; nothing of it is stored then.
enum PushMessage implements Problem {
    MISSING_FIELD(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "{field} is missing",
            "A push has no value for a key that it needs.",
            "Nothing was stored. Add the key and send the push again")),
    UNKNOWN_FIELD(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "{field} means nothing",
            "A key of a pushed release or forecast is unknown, or mistyped.",
            "Nothing was stored. The keys there are {keys}")),
    OTHER_TYPE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "{field} has a value of another type",
            "A value of a pushed release or forecast is not of the type of its key, such as a number.",
            "Nothing was stored. See the description of the API at /openapi")),
    TOO_MANY(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "{field} has {count:,} entries",
            "A push is one answer of a source, and is bounded as such.",
            "Nothing was stored. Send at most {most:,}, and the others in another push")),
    UNKNOWN_SOURCE(Wording.of(
            ProblemCode.UNKNOWN_SOURCE,
            "Source \"{source}\" is not in the catalogue",
            "A push names a source that `sources.yaml` of the catalogue in force does not list.",
            "Nothing was stored. Add the source with its terms, or use one of {existing}")),
    NOT_STORABLE(Wording.of(
            ProblemCode.PUSH_FAULT,
            "The terms of source {source} do not let its figures be stored",
            "`sources.yaml` says `storable: false` of the source of a push.",
            "Nothing was stored. Push figures of other sources only")),
    ONE_TIME(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{entry} has releasedAt and releaseDate, or neither",
            "A release is dated by an instant or by a date alone.",
            "Nothing was stored. Send releasedAt where the clock time is known, else releaseDate")),
    NO_CLOCK_TIME(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{field} is a date without a clock time: \"{value}\"",
            "When a release became known, and when a source said something, are instants.",
            "Nothing was stored. Send an instant such as 2022-01-07T13:30:00Z, or releaseDate for a release without a"
                    + " clock time")),
    NOT_A_DATE(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{field} is not a date like 2021-12-01: \"{value}\"",
            "A date has another form, or the calendar has no such day.",
            "Nothing was stored. Write the year, the month and the day")),
    TOO_FAR(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{field} is more than two years ahead: \"{value}\"",
            "No release is scheduled that far ahead.",
            "Nothing was stored. Check the year")),
    FUTURE_CAPTURE(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{field} is in the future: \"{value}\"",
            "A source cannot have been seen to say something later than now.",
            "Nothing was stored. Check the zone of the time and the clocks of both machines")),
    NUMBER_OUT_OF_RANGE(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{field} has more than {digits} digits, or is beyond 10^{power} either way",
            "No published figure is as long, and a number that a program computes is not the published one.",
            "Nothing was stored. Send the figure as published, in base units")),
    EVENT_ID(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{field} is empty, longer than {letters} characters, or has a character that cannot be stored",
            "The source's own id of a release is a short text.",
            "Nothing was stored. Send the id as the source shows it, or none")),
    TWO_FORECASTS(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{entry} has two forecasts of kind {kind} with one capture",
            "One source expects one figure of a kind at a time.",
            "Nothing was stored. Send one of them, or tell when each was captured")),
    LOW_ABOVE_HIGH(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{forecast}.low is above high",
            "The lowest forecast of a survey is at most its highest.",
            "Nothing was stored. Check whether the two are exchanged")),
    OUTSIDE_SPREAD(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{field} is below low or above high",
            "A figure that sums up several forecasts is between the lowest and the highest of them.",
            "Nothing was stored. Check that value, low and high are in base units and of the same forecasts")),
    COUNT(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{field} is not a whole number from 1 to {most:,}",
            "The count says how many forecasts the value sums up.",
            "Nothing was stored. Send the number of forecasts, or leave count out where it is not known")),
    SEVERAL_OF_ONE(Wording.of(
            ProblemCode.PUSH_FAULT,
            "{forecast}.count is 1, and value, low and high differ",
            "Of one forecast, the lowest and the highest are the forecast itself.",
            "Nothing was stored. Send the count of all forecasts, or none where it is not known")),
    NO_KEY(Wording.of(
            ProblemCode.PUSH_FAULT,
            "The header Idempotency-Key is missing",
            "Without a key, a push that is sent again after a broken connection cannot be recognised.",
            "Nothing was stored. Send a new key with each new push, and the same one with each repetition")),
    KEY_FORM(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The header Idempotency-Key is not 1 to {letters} visible ASCII characters",
            "Keys are compared letter by letter.",
            "Nothing was stored. Send a UUID, for example")),
    KEY_REUSED(Wording.of(
            ProblemCode.KEY_REUSED,
            "The key \"{key}\" was used for another push",
            "A key stands for one push. This one came with other content before.",
            "Nothing was stored. Send other content with a new key"));

    private final Wording wording;

    PushMessage(Wording wording) {
        this.wording = wording;
    }

    /// What is wrong with the low, the high or the count of a forecast.
    ///
    /// @param forecast its place in the push
    static MacroEdgeException of(SpreadFault fault, String forecast) {
        return switch (fault) {
            case NO_COUNT -> COUNT.exception(forecast + ".count", SpreadFault.MOST_FORECASTERS);
            case LOW_ABOVE_HIGH -> LOW_ABOVE_HIGH.exception(forecast);
            case OUTSIDE -> OUTSIDE_SPREAD.exception(forecast + ".value");
            case SEVERAL_OF_ONE -> SEVERAL_OF_ONE.exception(forecast);
        };
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
