package org.macroedge.server.sources;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a run over all sources counts as failed.
enum SourceProblem implements Problem {
    FAILED(Wording.of(
            ProblemCode.SERVER_FAULT,
            "{source}: {note}",
            "A source failed in a run of a job; what others gave is stored.",
            "`sources list` shows the state of each source"));

    private final Wording wording;

    SourceProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
