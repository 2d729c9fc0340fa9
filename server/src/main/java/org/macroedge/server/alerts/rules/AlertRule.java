package org.macroedge.server.alerts.rules;

import java.time.Duration;
import java.util.List;

/// When an alert is raised, and where it is sent.
///
/// @param id of the rule, unique in its file
/// @param level by the kind: points of the score beyond the border of a label, σ of a surprise or revision, or hours of
/// a source; 0 for the others
/// @param dwell how long a label must have stayed; zero for kinds that are not of labels
/// @param channels the ids of those that get it
public record AlertRule(
        String id, AlertKind kind, AlertScope scope, double level, Duration dwell, List<String> channels) {

    public AlertRule {
        if (!(level >= 0)) {
            throw new IllegalArgumentException("level must not be negative: " + level);
        }
        if (dwell.isNegative()) {
            throw new IllegalArgumentException("dwell must not be negative: " + dwell);
        }
        channels = List.copyOf(channels);
    }

    /// What the rule watches, without where it is sent: a rule with another text begins anew.
    public String definition() {
        return kind.code() + " " + scope.text() + " " + level + " " + dwell;
    }
}
