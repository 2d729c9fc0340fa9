package org.macroedge.server.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.events.RecordTimes;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks each minute for what no event tells: labels that fade or have stayed for long enough, releases that are late,
/// sources that do not answer.
final class AlertSweep {

    private final AlertFile file;
    private final TransactionTemplate transactions;
    private final AlertBook book;
    private final LabelAlerts labels;
    private final ConditionAlerts conditions;
    private final KnownFacts facts;
    private final RecordTimes times;

    AlertSweep(
            AlertFile file,
            TransactionTemplate transactions,
            AlertBook book,
            LabelAlerts labels,
            ConditionAlerts conditions,
            KnownFacts facts,
            RecordTimes times) {
        this.file = file;
        this.transactions = transactions;
        this.book = book;
        this.labels = labels;
        this.conditions = conditions;
        this.facts = facts;
        this.times = times;
    }

    /// Looks once.
    void run() {
        if (!file.rules().isEmpty()) {
            transactions.executeWithoutResult(status -> book.raise(found(book.open(file))));
        }
    }

    private List<Finding> found(AlertRules rules) {
        Instant now = times.now();
        List<Finding> findings = new ArrayList<>();
        List<AlertRule> ofLabels = file.ofLabels();
        if (!ofLabels.isEmpty()) {
            List<SeenBias> seen = facts.now(now);
            ofLabels.forEach(rule -> findings.addAll(labels.look(rule, since(rules, rule), seen, this::explained)));
        }
        file.of(AlertKind.LATE).forEach(rule -> findings.addAll(conditions.late(rule, since(rules, rule), now)));
        file.of(AlertKind.STALE_SOURCE).forEach(rule -> findings.addAll(conditions.stale(rule, now)));
        return findings;
    }

    private static Instant since(AlertRules rules, AlertRule rule) {
        return Objects.requireNonNull(rules.since().get(rule.id()));
    }

    private InstrumentBias explained(SeenBias bias) {
        return facts.bias(bias.instrument(), bias.asOf(), bias.knownAt());
    }
}
