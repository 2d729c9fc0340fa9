package org.macroedge.server.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.alerts.channels.DeliveryPause;
import org.macroedge.server.alerts.channels.OutgoingAlert;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `alert_delivery` while they are worked on.
final class DeliveryStore {

    /// It is passed over by other servers until a time, by which it is sent and noted. All times are those of one
    /// clock, that of the database: servers whose own clocks differ would take what another one is sending.
    private static final String TAKE = """
        UPDATE alert_delivery AS delivery SET attempts = attempts + 1, next_at = :until, changed_at = :now
        FROM (SELECT alert AS number, channel AS name FROM alert_delivery
              WHERE state = 'pending' AND channel = :channel AND next_at <= :now
                AND NOT EXISTS (SELECT FROM alert_channel WHERE channel = :channel AND held_until > :now)
              ORDER BY next_at, alert LIMIT 1
              FOR UPDATE SKIP LOCKED) AS due
        JOIN alert USING (number)
        WHERE delivery.alert = due.number AND delivery.channel = due.name
        RETURNING delivery.alert, delivery.channel, delivery.attempts, alert.id::text AS id, rule, kind, subject, cause,
                  caused_at, raised_at
        """;
    private static final String SENT = """
        UPDATE alert_delivery SET state = 'sent', next_at = NULL, fault = :fault, changed_at = :now
        WHERE alert = :alert AND channel = :channel AND state <> 'sent'
        """;
    private static final String FAILED = """
        UPDATE alert_delivery SET next_at = :nextAt, fault = :fault, changed_at = :now
        WHERE alert = :alert AND channel = :channel AND state = 'pending' AND attempts = :attempts
        """;
    private static final String REFUSED = """
        UPDATE alert_delivery SET state = 'given-up', next_at = NULL, fault = :fault, changed_at = :now
        WHERE alert = :alert AND channel = :channel AND state = 'pending' AND attempts = :attempts
        """;
    private static final String GIVE_UP = """
        UPDATE alert_delivery SET state = 'given-up', next_at = NULL, changed_at = :now,
          fault = coalesce(fault, (SELECT held.fault FROM alert_channel AS held
                                   WHERE held.channel = alert_delivery.channel))
        FROM alert
        WHERE alert.number = alert_delivery.alert
          AND (alert_delivery.alert, alert_delivery.channel) IN (
            SELECT waiting.alert, waiting.channel FROM alert_delivery AS waiting
            WHERE waiting.state = 'pending' AND waiting.next_at <= :now
              AND waiting.alert IN (SELECT number FROM alert WHERE raised_at < :oldest)
              AND (waiting.attempts > 0 OR NOT waiting.channel = ANY (:channels)
                   OR waiting.channel IN (SELECT channel FROM alert_channel))
            FOR UPDATE SKIP LOCKED)
        RETURNING alert.id::text AS id, channel, attempts, coalesce(fault, 'no server had the channel') AS fault
        """;

    /// What was given up was raised a day or two before, so that few rows are read.
    private static final String WAITING = """
        SELECT channel, count(*) FILTER (WHERE state = 'pending') AS pending,
               min(raised_at) FILTER (WHERE state = 'pending') AS oldest,
               count(*) FILTER (WHERE state = 'given-up') AS given_up
        FROM (SELECT channel, state, raised_at FROM alert_delivery JOIN alert ON number = alert_delivery.alert
              WHERE state = 'pending'
              UNION ALL
              SELECT channel, state, raised_at FROM alert JOIN alert_delivery ON alert_delivery.alert = number
              WHERE state = 'given-up' AND raised_at > :raised AND changed_at > :from) AS delivery
        GROUP BY channel
        """;

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A delivery that is due and was taken.
    ///
    /// @param attempts this one included
    record Due(long number, String channel, int attempts, OutgoingAlert alert) {}

    /// A delivery that was given up.
    record GivenUp(String alert, String channel, int attempts, String fault) {}

    /// The deliveries of a channel that did not succeed.
    ///
    /// @param oldest when the oldest alert was raised whose delivery is pending; null where none is
    record Waiting(long pending, @Nullable Instant oldest, long givenUp) {

        static final Waiting NONE = new Waiting(0, null, 0);
    }

    /// What waits, and what was given up since an instant, by channel.
    Map<String, Waiting> waiting(Instant from) {
        Map<String, Waiting> waiting = new HashMap<>();
        jdbc.sql(WAITING)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param(
                        "raised",
                        from.minus(DeliveryPause.LONGEST.multipliedBy(2)).atOffset(ZoneOffset.UTC))
                .query((RowCallbackHandler) row -> waiting.put(
                        row.getString("channel"),
                        new Waiting(
                                row.getLong("pending"),
                                InstantColumn.ofNullable(row, "oldest"),
                                row.getLong("given_up"))));
        return waiting;
    }

    /// Takes the next delivery of a channel that is due.
    ///
    /// @param until no other server takes it before
    Optional<Due> take(String channel, Instant now, Instant until) {
        return jdbc.sql(TAKE)
                .param("channel", channel)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
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

    /// Notes that it was taken, whatever another server made of it meanwhile.
    ///
    /// @param fault who did not get it; null where all did
    void sent(Due due, @Nullable String fault, Instant now) {
        jdbc.sql(SENT)
                .param("alert", due.number())
                .param("channel", due.channel())
                .param("fault", fault, Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Notes that it was not taken, unless another server has tried it meanwhile.
    void failed(Due due, String fault, Instant nextAt, Instant now) {
        jdbc.sql(FAILED)
                .param("alert", due.number())
                .param("channel", due.channel())
                .param("attempts", due.attempts())
                .param("fault", fault)
                .param("nextAt", nextAt.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Gives up what the receiver refused for good, unless another server has tried it meanwhile.
    ///
    /// @return whether it was given up now
    boolean refused(Due due, String fault, Instant now) {
        return jdbc.sql(REFUSED)
                        .param("alert", due.number())
                        .param("channel", due.channel())
                        .param("attempts", due.attempts())
                        .param("fault", fault)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// Gives up what is due again and was raised before an instant; what was never tried, only where nobody can.
    ///
    /// @param channels the ids of those that this server can try
    List<GivenUp> giveUp(Instant oldest, List<String> channels, Instant now) {
        return jdbc.sql(GIVE_UP)
                .param("channels", channels.toArray(String[]::new))
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new GivenUp(
                        row.getString("id"), row.getString("channel"), row.getInt("attempts"), row.getString("fault")))
                .list();
    }
}
