package org.macroedge.server.releases.verdicts;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a statement about a release is refused.
enum VerdictMessage implements Problem {
    REASON_MISSING(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "A reason is missing",
            "A statement has no reason, or only blanks.",
            "Say in one line why, so that others can judge it")),
    REASON_WITH_CONTROL(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The reason has a line break or another control character",
            "A reason is one line of text.",
            "Write the reason in one line")),
    REASON_TOO_LONG(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The reason has {length:,} characters",
            "A reason is longer than lists can show.",
            "At most {most} are stored")),
    NO_VERDICT(Wording.of(
            ProblemCode.NO_VERDICT,
            "Release {id} has no verdict to take back",
            "`reopen` takes back a verdict, and the release has none in force.",
            "`release` with confirm, doubt, cancel or withdraw states one")),
    NOT_PUBLISHED(Wording.of(
            ProblemCode.NOT_PUBLISHED,
            "Release {id} has no figure yet",
            "A figure is to be judged before it is published.",
            "A release that is to come can only be cancelled"));

    private final Wording wording;

    VerdictMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
