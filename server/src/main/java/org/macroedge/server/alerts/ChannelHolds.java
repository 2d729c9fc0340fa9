package org.macroedge.server.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `alert_channel`: channels whose receiver refuses the login. Nothing is sent to such a channel
/// until a time: five minutes after the first refusal, and after each further one twice as long, up to an hour.
final class ChannelHolds {

    private static final String HOLD = """
        INSERT INTO alert_channel AS known (channel, held_since, held_until, refusals, fault)
        VALUES (:channel, :now, :now::timestamptz + interval '5 minutes', 1, :fault)
        ON CONFLICT (channel) DO UPDATE
        SET refusals = known.refusals + 1, fault = excluded.fault,
            held_until = :now::timestamptz + least(interval '5 minutes' * power(2, least(known.refusals, 10)), interval '1 hour')
        RETURNING held_since, held_until, refusals, fault
        """;
    private static final String CLAIM =
            "UPDATE alert_channel SET held_until = :until WHERE channel = :channel AND held_until <= :now";
    private static final String ALL = "SELECT channel, held_since, held_until, refusals, fault FROM alert_channel";

    private final JdbcClient jdbc;

    ChannelHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How long nothing is sent to a channel, and why.
    ///
    /// @param refusals of the login, since the first
    record Hold(Instant since, Instant until, int refusals, String fault) {

        private static Hold of(ResultSet row) throws SQLException {
            return new Hold(
                    InstantColumn.of(row, "held_since"),
                    InstantColumn.of(row, "held_until"),
                    row.getInt("refusals"),
                    row.getString("fault"));
        }
    }

    /// Holds a channel, for longer than the last time.
    Hold hold(String channel, String fault, Instant now) {
        return jdbc.sql(HOLD)
                .param("channel", channel)
                .param("fault", fault)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Hold.of(row))
                .single();
    }

    /// Keeps others from a channel whose hold has ended, while this server tries the login.
    void claim(String channel, Instant now, Instant until) {
        jdbc.sql(CLAIM)
                .param("channel", channel)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Ends the hold of a channel whose receiver has accepted the login.
    void release(String channel) {
        jdbc.sql("DELETE FROM alert_channel WHERE channel = ?").param(channel).update();
    }

    /// Those of all channels, by the id of the channel.
    Map<String, Hold> all() {
        Map<String, Hold> holds = new HashMap<>();
        jdbc.sql(ALL).query((RowCallbackHandler) row -> holds.put(row.getString("channel"), Hold.of(row)));
        return holds;
    }
}
