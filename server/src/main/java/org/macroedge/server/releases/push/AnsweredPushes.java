package org.macroedge.server.releases.push;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.importing.ImportFinding;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.QuarantineReason;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ImportCounts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
                .query((row, number) -> new Answered(row.getString("content"), answer(row.getString("answer"))))
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

    /// Its counts stand beside its other keys, so the record is put together here.
    private static ImportOutcome answer(String text) {
        JsonMapper mapper = Json.mapper();
        JsonNode answer = mapper.readTree(text);
        JsonNode batch = answer.path("batch");
        return new ImportOutcome(
                batch.isNull() ? null : batch.asLong(),
                mapper.treeToValue(answer, ImportCounts.class),
                mapper.treeToValue(answer.path("hourOffsets"), HourOffsets.class),
                List.of(mapper.treeToValue(answer.path("quarantine"), QuarantineReason[].class)),
                List.of(mapper.treeToValue(answer.path("findings"), ImportFinding[].class)));
    }
}
