package org.macroedge.server.alerts;

import java.util.List;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.events.RecordTimes;

/// Where alerts are looked up and entered, by one process at a time.
final class AlertBook {

    private final AlertStore store;
    private final RuleStarts starts;
    private final AlertRaiser raiser;
    private final RecordTimes times;

    AlertBook(AlertStore store, RuleStarts starts, AlertRaiser raiser, RecordTimes times) {
        this.store = store;
        this.starts = starts;
        this.raiser = raiser;
        this.times = times;
    }

    /// Opens it until the caller's transaction ends; rules that are new or were changed begin.
    AlertRules open(AlertFile file) {
        store.lock();
        file.rules().forEach(rule -> starts.begin(rule, times.now()));
        return new AlertRules(file, starts.all());
    }

    /// Raises what was not raised before.
    void raise(List<Finding> findings) {
        raiser.raise(findings);
    }
}
