package org.macroedge.server.platform.time;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// The failures of times that users write.
public enum TimeProblem implements Problem {
    NOT_A_TIME(Wording.of(
            ProblemCode.INVALID_INSTANT,
            "{name} \"{text}\" is not a valid time",
            "The text is neither a date nor an ISO 8601 time with Z or an offset, in capital letters.",
            "Write it like 2021-09-03T12:30Z, or give a date: 2021-09-03")),
    YEAR_OUT_OF_RANGE(Wording.of(
            ProblemCode.INVALID_INSTANT,
            "{name} \"{text}\" is outside the years 1900 to 2099",
            "No calendar has a release in such a year.",
            "Use a time in these years")),
    AS_OF_IN_FUTURE(Wording.of(
            ProblemCode.AS_OF_IN_FUTURE,
            "The as-of time {instant} is in the future",
            "What the market will know by then is not known yet.",
            "Use a time up to now")),
    RECORDED_AT_IN_FUTURE(Wording.of(
            ProblemCode.INVALID_INSTANT,
            "The record time {instant} is in the future",
            "More may be stored by then, so that the answer would not stay the same.",
            "Use a time up to now, or leave it out for everything stored")),
    PERIOD_REVERSED(Wording.of(
            ProblemCode.INVALID_INSTANT,
            "The period starts at {from}, after its end at {to}",
            "The start of a period is after its end. Without an end, the period of a history or an export ends at"
                    + " asOf.",
            "Use a start up to the end"));

    private final Wording wording;

    TimeProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
