package org.macroedge.server.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.alerts.channels.OutgoingAlert;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `alert_delivery` while they are worked on.
final class DeliveryStore {

    /// Another server passes over what one works on.
    private static final String DUE = """
        SELECT delivery.alert, delivery.channel, delivery.attempts, alert.id::text AS id, rule, kind, subject, cause,
               caused_at, raised_at
        FROM alert_delivery AS delivery JOIN alert ON alert.number = delivery.alert
        WHERE delivery.state = 'pending' AND delivery.channel = ? AND delivery.next_at <= ?
        ORDER BY delivery.next_at, delivery.alert
        LIMIT 1
        FOR UPDATE OF delivery SKIP LOCKED
        """;
    private static final String SENT = """
        UPDATE alert_delivery SET state = 'sent', attempts = attempts + 1, next_at = NULL, changed_at = :now
        WHERE alert = :alert AND channel = :channel
        """;
    private static final String FAILED = """
        UPDATE alert_delivery SET attempts = attempts + 1, next_at = :nextAt, fault = :fault, changed_at = :now
        WHERE alert = :alert AND channel = :channel
        """;
    private static final String GIVE_UP = """
        UPDATE alert_delivery SET state = 'given-up', next_at = NULL, changed_at = :now
        FROM alert
        WHERE alert.number = alert_delivery.alert AND state = 'pending' AND raised_at < :oldest AND next_at <= :now
          AND (alert_delivery.alert, alert_delivery.channel) IN (
            SELECT alert, channel FROM alert_delivery WHERE state = 'pending' FOR UPDATE SKIP LOCKED)
        RETURNING alert.id::text AS id, channel, attempts, coalesce(fault, 'no server had the channel') AS fault
        """;

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A delivery that is due.
    record Due(long number, String channel, int attempts, OutgoingAlert alert) {}

    /// A delivery that was given up.
    record GivenUp(String alert, String channel, int attempts, String fault) {}

    /// The next delivery of a channel that is due, which belongs to the caller until its transaction ends.
    Optional<Due> next(String channel, Instant now) {
        return jdbc.sql(DUE)
                .params(channel, now.atOffset(ZoneOffset.UTC))
                .query(DeliveryStore::due)
                .optional();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getLong("alert"),
                row.getString("channel"),
                row.getInt("attempts"),
                new OutgoingAlert(
                        row.getString("id"),
                        row.getString("rule"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("cause"),
                        InstantColumn.of(row, "caused_at"),
                        InstantColumn.of(row, "raised_at")));
    }

    void sent(Due due, Instant now) {
        jdbc.sql(SENT)
                .param("alert", due.number())
                .param("channel", due.channel())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void failed(Due due, String fault, Instant nextAt, Instant now) {
        jdbc.sql(FAILED)
                .param("alert", due.number())
                .param("channel", due.channel())
                .param("fault", fault)
                .param("nextAt", nextAt.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Gives up what is due again and was raised before an instant.
    List<GivenUp> giveUp(Instant oldest, Instant now) {
        return jdbc.sql(GIVE_UP)
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new GivenUp(
                        row.getString("id"), row.getString("channel"), row.getInt("attempts"), row.getString("fault")))
                .list();
    }
}
