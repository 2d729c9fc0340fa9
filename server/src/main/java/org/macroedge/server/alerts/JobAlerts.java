package org.macroedge.server.alerts;

import java.util.Objects;
import java.util.Optional;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.jobs.JobOutcome;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.platform.config.Secrets;

/// What the rules of jobs find in a run.
final class JobAlerts {

    private static final int LONGEST = 300;

    private JobAlerts() {}

    static Optional<Finding> of(AlertRule rule, JobRunItem run) {
        if (!run.outcome().equals(JobOutcome.FAILED.code())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                rule,
                run.job(),
                run.job() + " " + run.number(),
                "Job " + run.job() + " failed (run " + run.number() + ", attempt " + run.attempt() + ")"
                        + reason(run.result() == null ? "" : run.result()),
                Objects.requireNonNullElse(run.endedAt(), run.startedAt())));
    }

    /// One line of it.
    private static String reason(String result) {
        String line = Secrets.masked(result).lines().findFirst().orElse("");
        String shown = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        return shown.isEmpty() ? "" : ": " + shown;
    }
}
