package org.macroedge.server.releases.verdicts;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a statement about a release is refused.
enum VerdictMessage implements Problem {
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
