package org.macroedge.server.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.alerts.rules.LabelStanding;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `alert_label`: how the label of each instrument stands for a rule.
final class LabelStandings {

    private static final String PUT = """
        INSERT INTO alert_label
          (rule, instrument, label, score, since, candidate, candidate_since, seen_at, stood_as_of, stood_recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (rule, instrument) DO UPDATE
        SET label = excluded.label, score = excluded.score, since = excluded.since, candidate = excluded.candidate,
            candidate_since = excluded.candidate_since, seen_at = excluded.seen_at,
            stood_as_of = excluded.stood_as_of, stood_recorded_at = excluded.stood_recorded_at
        """;
    private static final String OF_RULE = """
        SELECT instrument, label, score, since, candidate, candidate_since, seen_at, stood_as_of, stood_recorded_at
        FROM alert_label WHERE rule = ?
        """;

    private final JdbcClient jdbc;

    LabelStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of a rule, by instrument.
    Map<String, LabelStanding> of(String rule) {
        Map<String, LabelStanding> standings = new HashMap<>();
        jdbc.sql(OF_RULE).param(rule).query((RowCallbackHandler)
                row -> standings.put(row.getString("instrument"), standing(row)));
        return standings;
    }

    void put(String rule, String instrument, LabelStanding standing) {
        Label candidate = standing.candidate();
        jdbc.sql(PUT)
                .params(Arrays.asList(
                        rule,
                        instrument,
                        standing.label().code(),
                        standing.score(),
                        time(standing.since()),
                        candidate == null ? null : candidate.code(),
                        time(standing.candidateSince()),
                        time(standing.seenAt()),
                        time(standing.stoodAsOf()),
                        time(standing.stoodRecordedAt())))
                .update();
    }

    /// Forgets those of a rule.
    void clear(String rule) {
        jdbc.sql("DELETE FROM alert_label WHERE rule = ?").param(rule).update();
    }

    private static LabelStanding standing(ResultSet row) throws SQLException {
        String candidate = row.getString("candidate");
        return new LabelStanding(
                Coded.of(Label.class, row.getString("label")),
                row.getDouble("score"),
                InstantColumn.of(row, "since"),
                candidate == null ? null : Coded.of(Label.class, candidate),
                InstantColumn.ofNullable(row, "candidate_since"),
                InstantColumn.of(row, "seen_at"),
                InstantColumn.of(row, "stood_as_of"),
                InstantColumn.of(row, "stood_recorded_at"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
