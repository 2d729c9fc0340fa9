package org.macroedge.server.releases.derivation;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why no releases can be derived from rows.
enum DerivationMessage implements Problem {
    TOO_MANY_FIGURES(Wording.of(
            ProblemCode.FILE_FAULT,
            "More than {most:,} different rows of {indicator} are within {hours} hours ({place})",
            "No indicator is published so often. The rows probably belong to several indicators, or to none.",
            "Nothing was stored. Check the titles of the profile, and that the file is a calendar")),
    TOO_MANY_PAIRS(Wording.of(
            ProblemCode.FILE_FAULT,
            "Rows of {indicator} fit more than {most:,} times to releases that are stored ({place})",
            "So many rows declare one period, or one event, that it is not clear which release each of them means.",
            "Nothing was stored. Check the columns `period` and `event` of the profile"));

    private final Wording wording;

    DerivationMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
