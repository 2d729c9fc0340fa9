package org.macroedge.server.alerts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `alert_rule`: since when each rule holds.
final class RuleStarts {

    private static final String BEGIN = """
        INSERT INTO alert_rule AS known (rule, definition, since) VALUES (?, ?, ?)
        ON CONFLICT (rule) DO UPDATE SET definition = excluded.definition, since = excluded.since
        WHERE known.definition <> excluded.definition
        """;
    private static final String BEGIN_ENDED =
            "INSERT INTO alert_rule (rule, definition, since) VALUES (?, ?, ?) ON CONFLICT (rule) DO NOTHING";
    private static final String END = "DELETE FROM alert_rule WHERE rule <> ALL (?)";

    private final JdbcClient jdbc;
    private final LabelStandings labels;

    RuleStarts(JdbcClient jdbc, LabelStandings labels) {
        this.jdbc = jdbc;
        this.labels = labels;
    }

    /// Notes which rules hold: one that is new or was changed begins now, and one that is not among them ends.
    void begin(List<AlertRule> rules, Instant now) {
        begin(BEGIN, rules, now);
        jdbc.sql(END)
                .param(rules.stream().map(AlertRule::id).toArray(String[]::new))
                .update();
    }

    /// Begins those that have no start, however they are defined.
    void beginEnded(List<AlertRule> rules, Instant now) {
        begin(BEGIN_ENDED, rules, now);
    }

    private void begin(String sql, List<AlertRule> rules, Instant now) {
        for (AlertRule rule : rules) {
            boolean anew = jdbc.sql(sql)
                            .params(rule.id(), rule.definition(), now.atOffset(ZoneOffset.UTC))
                            .update()
                    > 0;
            if (anew) {
                labels.clear(rule.id());
            }
        }
    }

    /// Since when each rule holds, by its id.
    Map<String, Instant> all() {
        Map<String, Instant> starts = new HashMap<>();
        jdbc.sql("SELECT rule, since FROM alert_rule")
                .query((RowCallbackHandler) row -> starts.put(row.getString("rule"), InstantColumn.of(row, "since")));
        return starts;
    }
}
