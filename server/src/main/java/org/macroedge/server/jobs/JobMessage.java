package org.macroedge.server.jobs;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a job is not run.
enum JobMessage implements Problem {
    UNKNOWN(Wording.of(
            ProblemCode.UNKNOWN_JOB,
            "Job \"{name}\" does not exist",
            "No job has this name.",
            "Existing jobs: {existing}")),
    ELSEWHERE(Wording.of(
            ProblemCode.JOB_ELSEWHERE,
            "Job {name} runs only on servers of role ingestion",
            "The job needs the settings of that server: its sources and keys, or its file of exports and its folders.",
            "Run `jobs run {name}` as a command with the settings of that server and a home of its own, or wait for its"
                    + " time")),
    RUNS_ALREADY(Wording.of(
            ProblemCode.JOB_RUNS,
            "Job {name} runs already",
            "A run of the job has not ended, here or in another process over the same database.",
            "`jobs history {name}` shows when it has"));

    private final Wording wording;

    JobMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
