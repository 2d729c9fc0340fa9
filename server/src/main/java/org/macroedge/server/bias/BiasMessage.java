package org.macroedge.server.bias;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// The failures of a question about the bias.
enum BiasMessage implements Problem {
    TWO_STARTS(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Both from and since are given",
            "A change starts at an instant, or where `since` says.",
            "Give one of them"));

    private final Wording wording;

    BiasMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
