package org.macroedge.server.alerts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
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

    private final JdbcClient jdbc;
    private final LabelStandings labels;

    RuleStarts(JdbcClient jdbc, LabelStandings labels) {
        this.jdbc = jdbc;
        this.labels = labels;
    }

    /// Notes that a rule holds; one that is new or was changed begins now.
    void begin(AlertRule rule, Instant now) {
        boolean anew = jdbc.sql(BEGIN)
                        .params(rule.id(), rule.definition(), now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        if (anew) {
            labels.clear(rule.id());
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
