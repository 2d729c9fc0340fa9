package org.macroedge.server.sources;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table `source_request_fault`. [SourceStore#note] removes a row once an answer is used.
final class RequestFaults {

    private final JdbcClient jdbc;

    RequestFaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Why the last answer to a request could not be used.
    ///
    /// @param request its name
    /// @param text for a reader, without any key
    record RequestFault(String request, String code, String text, Instant faultedAt) {}

    /// Of a source, by the name of the request.
    List<RequestFault> of(String source) {
        return jdbc.sql("""
            SELECT request, fault, fault_text, faulted_at FROM source_request_fault WHERE source = ? ORDER BY request
            """)
                .param(source)
                .query((row, number) -> new RequestFault(
                        row.getString("request"),
                        row.getString("fault"),
                        row.getString("fault_text"),
                        InstantColumn.of(row, "faulted_at")))
                .list();
    }

    void put(String source, RequestFault fault) {
        jdbc.sql("""
            INSERT INTO source_request_fault (source, request, fault, fault_text, faulted_at)
            VALUES (:source, :request, :fault, :text, :at)
            ON CONFLICT (source, request) DO UPDATE
            SET fault = excluded.fault, fault_text = excluded.fault_text, faulted_at = excluded.faulted_at
            """)
                .param("source", source)
                .param("request", fault.request())
                .param("fault", fault.code())
                .param("text", fault.text())
                .param("at", fault.faultedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
