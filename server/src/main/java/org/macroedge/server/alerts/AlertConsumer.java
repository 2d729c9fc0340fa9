package org.macroedge.server.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.bias.BiasComputed;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.jobs.JobRunRecorded;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.regime.RegimeChanged;
import org.macroedge.server.releases.MacroDataUpdated;

/// Raises alerts about what the event log tells. That a bias was computed is no more than an occasion to look at the
/// labels of now, as the sweep does: the events of a log can be old.
final class AlertConsumer implements EventConsumer {

    private static final String NAME = "alerts";

    private final AlertFile file;
    private final AlertBook book;
    private final LabelAlerts labels;
    private final ReleaseAlerts releases;

    AlertConsumer(AlertFile file, AlertBook book, LabelAlerts labels, ReleaseAlerts releases) {
        this.file = file;
        this.book = book;
        this.labels = labels;
        this.releases = releases;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> types() {
        return Set.of(BiasComputed.TYPE, MacroDataUpdated.TYPE, JobRunRecorded.TYPE, RegimeChanged.TYPE);
    }

    /// A server without rules leaves the events to those that have some.
    @Override
    public boolean isUsed() {
        return !file.rules().isEmpty();
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public void accept(List<Event> events) {
        AlertRules rules = book.open();
        List<Finding> findings = new ArrayList<>();
        for (Event event : events) {
            findings.addAll(
                    switch (event.type()) {
                        case MacroDataUpdated.TYPE ->
                            releases.of(rules, event.read(MacroDataUpdated.class), event.recordedAt());
                        case JobRunRecorded.TYPE ->
                            job(
                                    rules.heldAtRecord(event.recordedAt()),
                                    event.read(JobRunRecorded.class).run());
                        case RegimeChanged.TYPE ->
                            RegimeAlerts.of(
                                    rules.heldAtRecord(event.recordedAt()),
                                    event.read(RegimeChanged.class),
                                    event.recordedAt());
                        default -> List.of();
                    });
        }
        if (events.stream().anyMatch(event -> event.type().equals(BiasComputed.TYPE))) {
            findings.addAll(labels.look(file.ofLabels(), book.now()));
        }
        book.raise(findings);
    }

    private static List<Finding> job(List<AlertRule> held, JobRunItem run) {
        return held.stream()
                .filter(rule -> rule.kind() == AlertKind.JOB_FAILED)
                .flatMap(rule -> JobAlerts.of(rule, run).stream())
                .toList();
    }
}
