package org.macroedge.server.alerts;

import java.time.Instant;
import java.time.OffsetDateTime;
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
        INSERT INTO alert_rule AS known (rule, definition, since, watched_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (rule) DO UPDATE
        SET definition = excluded.definition, since = excluded.since, watched_at = excluded.watched_at
        WHERE known.definition <> excluded.definition
           OR known.watched_at NOT BETWEEN excluded.watched_at - interval '3 days'
                                       AND excluded.watched_at + interval '5 minutes'
        """;
    private static final String BEGIN_ENDED = """
        INSERT INTO alert_rule (rule, definition, since, watched_at) VALUES (?, ?, ?, ?) ON CONFLICT (rule) DO NOTHING
        """;
    private static final String WATCH = "UPDATE alert_rule SET watched_at = ? WHERE rule = ANY (?)";
    private static final String END = "DELETE FROM alert_rule WHERE rule <> ALL (?)";
    private static final String END_LABELS = "DELETE FROM alert_label WHERE rule <> ALL (?)";

    private final JdbcClient jdbc;
    private final LabelStandings labels;

    RuleStarts(JdbcClient jdbc, LabelStandings labels) {
        this.jdbc = jdbc;
        this.labels = labels;
    }

    /// Notes which rules hold: one that is new or was changed, or that nobody has watched for three days, begins now;
    /// one that was watched by a clock that has been put back does too; and one that is not among them ends.
    void begin(List<AlertRule> rules, Instant now) {
        begin(BEGIN, rules, now);
        jdbc.sql(END).param(ids(rules)).update();
        jdbc.sql(END_LABELS).param(ids(rules)).update();
        watch(rules, now);
    }

    /// Begins those that have no start, however they are defined.
    void beginEnded(List<AlertRule> rules, Instant now) {
        begin(BEGIN_ENDED, rules, now);
        watch(rules, now);
    }

    private void watch(List<AlertRule> rules, Instant now) {
        jdbc.sql(WATCH).params(now.atOffset(ZoneOffset.UTC), ids(rules)).update();
    }

    private static String[] ids(List<AlertRule> rules) {
        return rules.stream().map(AlertRule::id).toArray(String[]::new);
    }

    private void begin(String sql, List<AlertRule> rules, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        for (AlertRule rule : rules) {
            boolean anew = jdbc.sql(sql)
                            .params(rule.id(), rule.definition(), time, time)
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
