package org.macroedge.server.alerts;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `alert_rule`: since when each rule holds. A start moves to a later time only where the definition
/// of its rule is another one, or nobody has watched by it.
final class RuleStarts {

    private static final String BEGIN = """
        INSERT INTO alert_rule AS known (rule, definition, since, since_recorded_at, watched_at)
        VALUES (:rule, :definition, :now, :recordedAt, :now)
        ON CONFLICT (rule) DO UPDATE
        SET definition = excluded.definition, since = excluded.since,
            since_recorded_at = excluded.since_recorded_at, watched_at = excluded.watched_at
        WHERE known.definition <> excluded.definition
           OR known.watched_at < excluded.watched_at - interval '3 days'
        """;
    private static final String BEGIN_ENDED = """
        INSERT INTO alert_rule (rule, definition, since, since_recorded_at, watched_at)
        VALUES (:rule, :definition, :now, :recordedAt, :now)
        ON CONFLICT (rule) DO NOTHING
        """;
    /// A clock that was put back takes a start back with it.
    private static final String WATCH = """
        UPDATE alert_rule SET watched_at = :now, since = least(since, :now) WHERE rule = ANY (:rules)
        """;
    private static final String END = "DELETE FROM alert_rule WHERE rule <> ALL (?)";
    private static final String END_LABELS = "DELETE FROM alert_label WHERE rule <> ALL (?)";

    private final JdbcClient jdbc;
    private final LabelStandings labels;

    RuleStarts(JdbcClient jdbc, LabelStandings labels) {
        this.jdbc = jdbc;
        this.labels = labels;
    }

    /// Notes which rules hold: one that is new or was changed, or that nobody has watched for three days, begins now;
    /// and one that is not among them ends.
    void begin(List<AlertRule> rules, RuleStart now) {
        begin(BEGIN, rules, now);
        jdbc.sql(END).param(ids(rules)).update();
        jdbc.sql(END_LABELS).param(ids(rules)).update();
        watch(rules, now);
    }

    /// Begins those that have no start, however they are defined.
    void beginEnded(List<AlertRule> rules, RuleStart now) {
        begin(BEGIN_ENDED, rules, now);
        watch(rules, now);
    }

    private void watch(List<AlertRule> rules, RuleStart now) {
        jdbc.sql(WATCH).param("now", since(now)).param("rules", ids(rules)).update();
    }

    private static String[] ids(List<AlertRule> rules) {
        return rules.stream().map(AlertRule::id).toArray(String[]::new);
    }

    private static OffsetDateTime since(RuleStart start) {
        return start.since().atOffset(ZoneOffset.UTC);
    }

    private void begin(String sql, List<AlertRule> rules, RuleStart now) {
        for (AlertRule rule : rules) {
            boolean anew = jdbc.sql(sql)
                            .param("rule", rule.id())
                            .param("definition", rule.definition())
                            .param("now", since(now))
                            .param("recordedAt", now.recordedAt().atOffset(ZoneOffset.UTC))
                            .update()
                    > 0;
            if (anew) {
                labels.clear(rule.id());
            }
        }
    }

    /// Since when each rule holds, by its id.
    Map<String, RuleStart> all() {
        Map<String, RuleStart> starts = new HashMap<>();
        jdbc.sql("SELECT rule, since, since_recorded_at FROM alert_rule").query((RowCallbackHandler) row -> starts.put(
                row.getString("rule"),
                new RuleStart(InstantColumn.of(row, "since"), InstantColumn.of(row, "since_recorded_at"))));
        return starts;
    }
}
