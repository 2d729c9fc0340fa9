package org.macroedge.server.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.bias.BiasComputed;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.jobs.JobRunRecorded;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.releases.MacroDataUpdated;

/// Raises alerts about what the event log tells. Without rules it passes over everything.
final class AlertConsumer implements EventConsumer {

    private static final String NAME = "alerts";

    private final AlertFile file;
    private final AlertBook book;
    private final LabelAlerts labels;
    private final KnownFacts facts;

    AlertConsumer(AlertFile file, AlertBook book, LabelAlerts labels, KnownFacts facts) {
        this.file = file;
        this.book = book;
        this.labels = labels;
        this.facts = facts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> types() {
        return file.rules().isEmpty()
                ? Set.of()
                : Set.of(BiasComputed.TYPE, MacroDataUpdated.TYPE, JobRunRecorded.TYPE);
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public void accept(List<Event> events) {
        AlertRules rules = book.open(file);
        List<Finding> findings = new ArrayList<>();
        for (Event event : events) {
            List<AlertRule> held = rules.held(event.recordedAt());
            findings.addAll(
                    switch (event.type()) {
                        case BiasComputed.TYPE -> bias(held, rules, event);
                        case MacroDataUpdated.TYPE ->
                            ReleaseAlerts.of(held, event.read(MacroDataUpdated.class), facts.surprises());
                        default -> job(held, event.read(JobRunRecorded.class).run());
                    });
        }
        book.raise(findings);
    }

    private List<Finding> bias(List<AlertRule> held, AlertRules rules, Event event) {
        BiasComputed computed = event.read(BiasComputed.class);
        if (!computed.weightSet().equals(WeightedQuery.DEFAULT)) {
            return List.of();
        }
        Instant knownAt = event.recordedAt();
        SeenBias seen = new SeenBias(
                computed.instrument(), knownAt, computed.asOf(), computed.label() == null ? null : computed.score());
        Instant factsOf = Objects.requireNonNullElse(computed.recordedAt(), knownAt);
        return held.stream()
                .filter(rule -> rule.kind().isOfLabels())
                .flatMap(rule -> labels
                        .look(
                                rule,
                                Objects.requireNonNull(rules.since().get(rule.id())),
                                List.of(seen),
                                bias -> facts.bias(bias.instrument(), bias.asOf(), factsOf))
                        .stream())
                .toList();
    }

    private static List<Finding> job(List<AlertRule> held, JobRunItem run) {
        return held.stream()
                .filter(rule -> rule.kind() == AlertKind.JOB_FAILED)
                .flatMap(rule -> JobAlerts.of(rule, run).stream())
                .toList();
    }
}
