package org.macroedge.server.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.alerts.view.AlertDeliveryItem;
import org.macroedge.server.alerts.view.AlertItem;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `alert`, and the first state of their deliveries.
final class AlertStore {

    /// One server at a time looks for alerts, so that the state of the labels and the alerts agree.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('alerts', 0))";

    private static final String ADD = """
        INSERT INTO alert (rule, kind, subject, key, cause, caused_at, raised_at) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (rule, kind, key) DO NOTHING
        RETURNING number, id::text
        """;
    private static final String ADD_DELIVERIES = """
        INSERT INTO alert_delivery (alert, channel, state, attempts, next_at, changed_at)
        SELECT :alert, channel, 'pending', 0, :now, :now FROM unnest(:channels::text[]) AS channel
        """;
    private static final String KNOWN = "SELECT EXISTS (SELECT FROM alert WHERE rule = ? AND kind = ? AND key = ?)";
    private static final String PAGE = """
        SELECT number, id::text, rule, kind, subject, cause, caused_at, raised_at FROM alert
        WHERE (CAST(:before AS bigint) IS NULL OR number < :before)
          AND (CAST(:rule AS text) IS NULL OR rule = :rule)
          AND (CAST(:from AS timestamptz) IS NULL OR raised_at >= :from)
          AND (CAST(:to AS timestamptz) IS NULL OR raised_at <= :to)
        ORDER BY number DESC
        LIMIT :limit
        """;
    private static final String DELIVERIES = """
        SELECT alert, channel, state, attempts,
               CASE WHEN state = 'pending' THEN greatest(next_at, held_until) END AS next_at,
               CASE WHEN state = 'pending' THEN coalesce(delivery.fault, held.fault) ELSE delivery.fault END AS fault
        FROM alert_delivery AS delivery LEFT JOIN alert_channel AS held USING (channel)
        WHERE alert = ANY (?) ORDER BY channel
        """;

    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits until no other process looks for alerts; until the transaction ends, none does.
    void lock() {
        jdbc.sql(LOCK).query((row, number) -> true).single();
    }

    /// Whether it was raised before.
    boolean isKnown(Finding finding) {
        return jdbc.sql(KNOWN)
                .params(finding.rule().id(), finding.rule().kind().code(), finding.key())
                .query(Boolean.class)
                .single();
    }

    /// Adds an alert with its deliveries, in the caller's transaction.
    ///
    /// @param now of the clock, by which it is sent; a record time can be ahead of it
    /// @return its id; empty where it was raised before
    Optional<String> add(Finding finding, Instant raisedAt, Instant now) {
        Optional<Added> added = jdbc.sql(ADD)
                .params(
                        finding.rule().id(),
                        finding.rule().kind().code(),
                        finding.subject(),
                        finding.key(),
                        finding.cause(),
                        finding.causedAt().atOffset(ZoneOffset.UTC),
                        raisedAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Added(row.getLong("number"), row.getString("id")))
                .optional();
        added.ifPresent(alert -> jdbc.sql(ADD_DELIVERIES)
                .param("alert", alert.number())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("channels", finding.rule().channels().toArray(String[]::new))
                .update());
        return added.map(Added::id);
    }

    private record Added(long number, String id) {}

    /// The latest alerts of a question, latest first.
    ///
    /// @param limit at most so many
    List<AlertItem> latest(AlertQuestion question, int limit) {
        List<AlertItem> bare = jdbc.sql(PAGE)
                .param("before", question.before())
                .param("rule", question.rule())
                .param("from", time(question.from()))
                .param("to", time(question.to()))
                .param("limit", limit)
                .query(AlertStore::item)
                .list();
        Map<Long, List<AlertDeliveryItem>> deliveries =
                deliveries(bare.stream().map(AlertItem::number).toList());
        return bare.stream()
                .map(item -> new AlertItem(
                        item.number(),
                        item.id(),
                        item.rule(),
                        item.kind(),
                        item.subject(),
                        item.cause(),
                        item.causedAt(),
                        item.raisedAt(),
                        deliveries.getOrDefault(item.number(), List.of())))
                .toList();
    }

    private record Delivered(long alert, AlertDeliveryItem item) {}

    private Map<Long, List<AlertDeliveryItem>> deliveries(Collection<Long> alerts) {
        return jdbc
                .sql(DELIVERIES)
                .param(alerts.toArray(Long[]::new))
                .query((row, number) -> new Delivered(
                        row.getLong("alert"),
                        new AlertDeliveryItem(
                                row.getString("channel"),
                                row.getString("state"),
                                row.getInt("attempts"),
                                InstantColumn.ofNullable(row, "next_at"),
                                row.getString("fault"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Delivered::alert, Collectors.mapping(Delivered::item, Collectors.toList())));
    }

    private static AlertItem item(ResultSet row, int number) throws SQLException {
        return new AlertItem(
                row.getLong("number"),
                row.getString("id"),
                row.getString("rule"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("cause"),
                InstantColumn.of(row, "caused_at"),
                InstantColumn.of(row, "raised_at"),
                List.of());
    }

    private static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
