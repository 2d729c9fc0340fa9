package org.macroedge.server.platform.query;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a reason that a person gives is refused.
enum ReasonMessage implements Problem {
    MISSING(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "A reason is missing",
            "A statement has no reason, or only blanks.",
            "Say in one line why, so that others can judge it")),
    WITH_CONTROL(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The reason has a line break or another control character",
            "A reason is one line of text.",
            "Write the reason in one line")),
    TOO_LONG(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The reason has {length:,} characters",
            "A reason is longer than lists can show.",
            "At most {most} are stored"));

    private final Wording wording;

    ReasonMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
