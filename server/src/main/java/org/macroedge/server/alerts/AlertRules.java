package org.macroedge.server.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertRule;

/// The rules of a process that hold, with since when.
///
/// @param starts by the id of a rule
record AlertRules(AlertFile file, Map<String, RuleStart> starts) {

    AlertRules {
        starts = Map.copyOf(starts);
    }

    /// Whether a rule held at an instant of the calendar, after the one when it began.
    boolean held(AlertRule rule, Instant instant) {
        RuleStart start = starts.get(rule.id());
        return start != null && instant.isAfter(start.since());
    }

    /// When a rule began.
    RuleStart start(AlertRule rule) {
        return Objects.requireNonNull(starts.get(rule.id()), () -> "no start of rule " + rule.id());
    }

    /// Those that held when something was recorded.
    List<AlertRule> heldAtRecord(Instant recordedAt) {
        return file.rules().stream()
                .filter(rule -> {
                    RuleStart start = starts.get(rule.id());
                    return start != null && recordedAt.isAfter(start.recordedAt());
                })
                .toList();
    }
}
