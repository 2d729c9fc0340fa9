package org.macroedge.server.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertRule;

/// The rules of a process that hold, with since when.
///
/// @param since by the id of a rule
record AlertRules(AlertFile file, Map<String, Instant> since) {

    AlertRules {
        since = Map.copyOf(since);
    }

    /// Whether a rule held at an instant, after the one when it began.
    boolean held(AlertRule rule, Instant instant) {
        Instant start = since.get(rule.id());
        return start != null && instant.isAfter(start);
    }

    /// Since when a rule holds.
    Instant since(AlertRule rule) {
        return Objects.requireNonNull(since.get(rule.id()), () -> "no start of rule " + rule.id());
    }

    /// Those that held at an instant.
    List<AlertRule> held(Instant instant) {
        return file.rules().stream().filter(rule -> held(rule, instant)).toList();
    }
}
