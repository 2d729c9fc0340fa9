package org.macroedge.server.sources;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.database.InstantColumn;
import org.macroedge.server.sources.fetch.GateState;
import org.macroedge.server.sources.fetch.Validators;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables `source_state`, `source_request` and `raw_payload`.
final class SourceStore {

    private static final String STATES = "SELECT source, understood_at, failures, resting_until, fault, limit_full_at,"
            + " fault_text, faulted_at FROM source_state";

    private final JdbcClient jdbc;

    SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How fetching from a source goes.
    ///
    /// @param understoodAt when an answer was last understood; null where none ever was
    /// @param faultText of the last fault; null where there was none
    record StoredState(
            @Nullable Instant understoodAt,
            GateState gate,
            @Nullable String faultText,
            @Nullable Instant faultedAt) {

        static final StoredState NONE = new StoredState(null, GateState.OPEN, null, null);

        /// The state with no rest that a clock ahead of this one gave it.
        StoredState at(Instant now) {
            boolean isAhead =
                    understoodAt != null && understoodAt.isAfter(now) || faultedAt != null && faultedAt.isAfter(now);
            return isAhead ? new StoredState(understoodAt, GateState.OPEN, faultText, faultedAt) : this;
        }
    }

    /// Whether a server asks a source.
    ///
    /// @param offNote why it does not, and what to do; null where it does
    /// @param keySet whether it has the key of the source
    record Asked(@Nullable String offNote, boolean keySet) {}

    /// What a source last answered to a request.
    record Answered(Instant fetchedAt, String hash, Validators validators, String context) {}

    StoredState state(String source) {
        return jdbc.sql(STATES + " WHERE source = ?")
                .param(source)
                .query(SourceStore::state)
                .optional()
                .orElse(StoredState.NONE);
    }

    /// The states of all sources that were ever asked, by id.
    Map<String, StoredState> states() {
        Map<String, StoredState> states = new HashMap<>();
        jdbc.sql(STATES).query((RowCallbackHandler) row -> states.put(row.getString("source"), state(row, 0)));
        return states;
    }

    private static StoredState state(ResultSet row, int number) throws SQLException {
        return new StoredState(
                InstantColumn.ofNullable(row, "understood_at"),
                new GateState(
                        row.getInt("failures"),
                        InstantColumn.ofNullable(row, "resting_until"),
                        row.getString("fault"),
                        InstantColumn.ofNullable(row, "limit_full_at")),
                row.getString("fault_text"),
                InstantColumn.ofNullable(row, "faulted_at"));
    }

    /// What a server that asks sources noted last, by the id of the source.
    Map<String, Asked> asked() {
        Map<String, Asked> asked = new HashMap<>();
        jdbc.sql("SELECT source, off_note, key_set FROM source_state WHERE noted_at IS NOT NULL")
                .query((RowCallbackHandler) row -> asked.put(
                        row.getString("source"), new Asked(row.getString("off_note"), row.getBoolean("key_set"))));
        return asked;
    }

    /// The ids of the sources that a server noted after an instant.
    Set<String> notedSince(Instant since) {
        return new TreeSet<>(jdbc.sql("SELECT source FROM source_state WHERE noted_at > :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list());
    }

    /// Notes which sources a server asks.
    ///
    /// @param asked by the id of the source
    void noteAsked(Map<String, Asked> asked, Instant now) {
        jdbc.sql("""
            INSERT INTO source_state (source, noted_at, off_note, key_set)
            SELECT source, :now, note, key FROM unnest(:sources::text[], :notes::text[], :keys::boolean[])
              AS noted (source, note, key)
            ON CONFLICT (source) DO UPDATE
            SET noted_at = excluded.noted_at, off_note = excluded.off_note, key_set = excluded.key_set
            """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("sources", asked.keySet().toArray(String[]::new))
                .param("notes", texts(asked.values(), Asked::offNote))
                .param("keys", texts(asked.values(), Asked::keySet))
                .update();
    }

    void understood(String source, GateState gate, Instant now) {
        jdbc.sql("""
            INSERT INTO source_state (source, understood_at, limit_full_at) VALUES (:source, :now, :full)
            ON CONFLICT (source) DO UPDATE
            SET understood_at = excluded.understood_at, failures = 0, resting_until = NULL,
                limit_full_at = excluded.limit_full_at
            """)
                .param("source", source)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("full", time(gate.fullAt()))
                .update();
    }

    void failed(String source, GateState gate, String code, String text, Instant now) {
        jdbc.sql("""
            INSERT INTO source_state (source, failures, resting_until, limit_full_at, fault, fault_text, faulted_at)
            VALUES (:source, :failures, :until, :full, :fault, :text, :now)
            ON CONFLICT (source) DO UPDATE
            SET failures = excluded.failures, resting_until = excluded.resting_until,
                limit_full_at = excluded.limit_full_at, fault = excluded.fault, fault_text = excluded.fault_text,
                faulted_at = excluded.faulted_at
            """)
                .param("source", source)
                .param("failures", gate.failures())
                .param("until", time(gate.until()))
                .param("full", time(gate.fullAt()))
                .param("fault", code)
                .param("text", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Answered> answered(String source, String request) {
        return jdbc.sql("""
            SELECT fetched_at, hash, etag, last_modified, context FROM source_request
            WHERE source = ? AND request = ?
            """)
                .param(source)
                .param(request)
                .query(SourceStore::answered)
                .optional();
    }

    /// The last answers of a source by the name of the request.
    Map<String, Answered> answered(String source) {
        Map<String, Answered> answered = new HashMap<>();
        jdbc.sql("""
            SELECT request, fetched_at, hash, etag, last_modified, context FROM source_request WHERE source = ?
            """).param(source).query((RowCallbackHandler)
                row -> answered.put(row.getString("request"), answered(row, 0)));
        return answered;
    }

    private static Answered answered(ResultSet row, int number) throws SQLException {
        return new Answered(
                InstantColumn.of(row, "fetched_at"),
                row.getString("hash"),
                new Validators(row.getString("etag"), row.getString("last_modified")),
                row.getString("context"));
    }

    /// Notes answers that are stored, or that need not be.
    ///
    /// @param answered by the name of the request
    void note(String source, Map<String, Answered> answered) {
        jdbc.sql("""
            WITH noted AS (
              SELECT * FROM unnest(:requests::text[], :fetched::text[]::timestamptz[], :hashes::text[], :etags::text[],
                                   :modified::text[], :contexts::text[])
                AS noted (request, fetched_at, hash, etag, last_modified, context)
            ), mended AS (
              DELETE FROM source_request_fault USING noted
              WHERE source_request_fault.source = :source AND source_request_fault.request = noted.request
            )
            INSERT INTO source_request (source, request, fetched_at, hash, etag, last_modified, context)
            SELECT :source, request, fetched_at, hash, etag, last_modified, context FROM noted
            ON CONFLICT (source, request) DO UPDATE
            SET fetched_at = excluded.fetched_at, hash = excluded.hash, etag = excluded.etag,
                last_modified = excluded.last_modified, context = excluded.context
            """)
                .param("source", source)
                .param("requests", answered.keySet().toArray(String[]::new))
                .param("fetched", texts(answered.values(), Answered::fetchedAt))
                .param("hashes", texts(answered.values(), Answered::hash))
                .param(
                        "etags",
                        texts(answered.values(), known -> known.validators().etag()))
                .param(
                        "modified",
                        texts(answered.values(), known -> known.validators().lastModified()))
                .param("contexts", texts(answered.values(), Answered::context))
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    /// Keeps answers as they came, except each that equals the one before.
    ///
    /// @param payloads of several requests, with the hash of each
    void keep(String source, Map<Payload, String> payloads) {
        jdbc.sql("""
            INSERT INTO raw_payload (source, request, fetched_at, hash, bytes, body)
            SELECT :source, came.* FROM unnest(:requests::text[], :fetched::text[]::timestamptz[], :hashes::text[],
                                               :bytes::integer[], :bodies::bytea[])
              AS came (request, fetched_at, hash, bytes, body)
            WHERE came.hash IS DISTINCT FROM (SELECT kept.hash FROM raw_payload kept
                                              WHERE kept.source = :source AND kept.request = came.request
                                              ORDER BY kept.fetched_at DESC LIMIT 1)
            ON CONFLICT DO NOTHING
            """)
                .param("source", source)
                .param("requests", texts(payloads.keySet(), Payload::request))
                .param("fetched", texts(payloads.keySet(), Payload::fetchedAt))
                .param("hashes", texts(payloads.values(), hash -> hash))
                .param("bytes", texts(payloads.keySet(), payload -> payload.body().length))
                .param(
                        "bodies",
                        payloads.keySet().stream()
                                .map(payload -> packed(payload.body()))
                                .toArray(byte[][]::new))
                .update();
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return packed.toByteArray();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
