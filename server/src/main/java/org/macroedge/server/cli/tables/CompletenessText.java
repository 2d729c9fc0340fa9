package org.macroedge.server.cli.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.engine.completeness.StateReason;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.calendar.view.CompletenessSummary;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;

/// What is said of releases without a figure.
final class CompletenessText {

    /// Why one is missing, in the row.
    private static final Map<String, String> MISSING = Map.of(
            StateReason.NO_FIGURES.code(), "missing: no figure so far",
            StateReason.OVERTAKEN.code(), "missing: published without it",
            StateReason.NEXT_IS_DUE.code(), "missing: the next one is due");

    private static final Map<String, String> MEANING = Map.of(
            ReleaseState.DUE.code(), "its time has passed, and its publisher is not late yet",
            ReleaseState.LATE.code(), "overdue by a day, or silent for too long; it lowers data health",
            ReleaseState.MISSING.code(), "it did not come, and nobody waits for it any more");

    private CompletenessText() {}

    /// The state of a release without a figure, with its reason where that says more.
    static String state(CalendarItem item) {
        if (StateReason.MOVED.code().equals(item.stateReason())) {
            return "published at another time";
        }
        boolean missing = item.state().equals(ReleaseState.MISSING.code());
        return missing ? MISSING.getOrDefault(item.stateReason(), item.state()) : item.state();
    }

    /// Prints what the states of an answer mean, and what of the last 100 days has no figure.
    static void print(Page page, CalendarAnswer answer) {
        for (ReleaseState state : List.of(ReleaseState.DUE, ReleaseState.LATE, ReleaseState.MISSING)) {
            if (answer.items().stream().anyMatch(item -> item.state().equals(state.code()))) {
                page.text(state.code() + ": " + MEANING.get(state.code()) + ".");
            }
        }
        CompletenessSummary summary = answer.completeness();
        if (summary.late() + summary.missing() + summary.cancelled() + summary.withdrawn() > 0) {
            page.text("Of " + summary.expected() + " releases expected in the 100 days before, " + summary.received()
                    + " have a figure; " + counts(summary) + "." + outstanding(page, answer));
        }
    }

    private static String counts(CompletenessSummary summary) {
        List<String> counts = new ArrayList<>();
        add(counts, summary.due(), "due");
        add(counts, summary.late(), "late");
        add(counts, summary.missing(), "missing");
        add(counts, summary.withdrawn(), "withdrawn");
        add(counts, summary.cancelled(), "cancelled");
        return String.join(", ", counts);
    }

    private static void add(List<String> counts, int count, String word) {
        if (count > 0) {
            counts.add(count + " " + word);
        }
    }

    private static String outstanding(Page page, CalendarAnswer answer) {
        CompletenessSummary summary = answer.completeness();
        if (summary.since() == null) {
            return "";
        }
        return " " + Numbers.count(summary.outstanding(), "release") + " of " + summary.outstandingIn()
                + (summary.outstanding() == 1 ? " lowers" : " lower") + " data health, since "
                + page.times().instant(summary.since(), answer.header().asOf()) + ".";
    }
}
