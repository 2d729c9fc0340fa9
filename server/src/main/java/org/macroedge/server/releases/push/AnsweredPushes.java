package org.macroedge.server.releases.push;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The answers that pushes got, by the keys of their clients: the rows of table `push`.
final class AnsweredPushes {

    private final JdbcClient jdbc;

    AnsweredPushes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param content the hash of what was pushed
    record Answered(String content, ImportOutcome answer) {}

    Optional<Answered> find(String key) {
        return jdbc.sql("SELECT content, answer FROM push WHERE key = ?")
                .param(key)
                .query((row, number) -> new Answered(
                        row.getString("content"),
                        Json.mapper().readValue(row.getString("answer"), ImportOutcome.class)))
                .optional();
    }

    /// Keeps an answer, in the transaction of its batch if there is one.
    ///
    /// @throws DuplicateKeyException where another push with this key was answered meanwhile
    void keep(String key, String content, ImportOutcome answer, Instant answeredAt) {
        jdbc.sql("INSERT INTO push (key, content, batch, answer, answered_at) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        key, content, answer.batch(), Json.text(answer), answeredAt.atOffset(ZoneOffset.UTC)))
                .update();
    }
}
