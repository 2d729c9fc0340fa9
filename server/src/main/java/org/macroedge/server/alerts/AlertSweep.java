package org.macroedge.server.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks each minute for what no event tells: labels that fade or have stayed for long enough, releases that are late,
/// sources that do not answer.
final class AlertSweep {

    private final AlertFile file;
    private final TransactionTemplate transactions;
    private final AlertBook book;
    private final LabelAlerts labels;
    private final ConditionAlerts conditions;

    AlertSweep(
            AlertFile file,
            TransactionTemplate transactions,
            AlertBook book,
            LabelAlerts labels,
            ConditionAlerts conditions) {
        this.file = file;
        this.transactions = transactions;
        this.book = book;
        this.labels = labels;
        this.conditions = conditions;
    }

    /// What one kind of rules finds.
    @FunctionalInterface
    private interface Looking {
        List<Finding> at(AlertRules rules, Instant now);
    }

    /// Looks once. Each kind is looked for in a transaction of its own: if one fails, the others are told all the same,
    /// and its exception is thrown in the end.
    void run() {
        if (file.rules().isEmpty()) {
            return;
        }
        List<RuntimeException> faults = new ArrayList<>();
        look((rules, now) -> labels.look(file.ofLabels(), now), faults);
        look(this::late, faults);
        look(this::stale, faults);
        if (!faults.isEmpty()) {
            RuntimeException first = faults.removeFirst();
            faults.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void look(Looking looking, List<RuntimeException> faults) {
        try {
            transactions.executeWithoutResult(status -> book.raise(looking.at(book.open(), book.now())));
        } catch (RuntimeException fault) {
            faults.add(fault);
        }
    }

    private List<Finding> late(AlertRules rules, Instant now) {
        List<AlertRule> late = file.of(AlertKind.LATE);
        return late.isEmpty() ? List.of() : conditions.late(late, rules, now);
    }

    private List<Finding> stale(AlertRules rules, Instant now) {
        List<AlertRule> stale = file.of(AlertKind.STALE_SOURCE);
        return stale.isEmpty() ? List.of() : conditions.stale(stale, rules, now);
    }
}
