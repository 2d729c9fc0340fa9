package org.macroedge.server.cli.doctor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.macroedge.server.calendar.view.CompletenessAnswer;
import org.macroedge.server.calendar.view.CompletenessSummary;
import org.macroedge.server.cli.page.Numbers;

/// Checks whether what was to be published has arrived.
public final class CompletenessChecks {

    private CompletenessChecks() {}

    /// One line for all sources and indicators.
    public static Check of(CompletenessAnswer answer) {
        CompletenessSummary summary = answer.completeness();
        if (summary.outstanding() == 0) {
            return Check.ok(
                    "releases",
                    summary.received() + " of " + summary.expected() + " expected in the 100 days before "
                            + answer.header().asOf() + " have a figure, " + summary.due() + " are due, none is late"
                            + missing(summary) + unsupplied(summary));
        }
        Instant since = Objects.requireNonNull(summary.since());
        return Check.warn(
                "releases",
                DoctorMessage.OUTSTANDING,
                Numbers.count(summary.late(), "release") + (summary.late() == 1 ? " is" : " are") + " late",
                summary.missing(),
                summary.outstandingIn(),
                since,
                summary.received(),
                summary.expected(),
                since.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static String missing(CompletenessSummary summary) {
        return summary.missing() == 0 ? "" : ", " + summary.missing() + " missing";
    }

    private static String unsupplied(CompletenessSummary summary) {
        return summary.unsupplied() == 0
                ? ""
                : "; " + summary.unsupplied() + " more are of indicators without any figure";
    }
}
