package org.macroedge.server.releases.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.server.releases.intake.RowDigest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How to recognise the rows of an indicator that an earlier import stored; table `row_digest`.
final class RowDigests {

    private final JdbcClient jdbc;

    RowDigests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The digests of a source's rows, by indicator id.
    Map<String, RowDigest> of(String source) {
        Map<String, RowDigest> known = new HashMap<>();
        jdbc.sql("SELECT indicator, digest, statements::text FROM row_digest WHERE source = ?")
                .param(source)
                .query((row, number) -> known.put(
                        row.getString("indicator"), new RowDigest(row.getBytes("digest"), row.getString("statements"))))
                .list();
        return known;
    }

    /// Deletes the digests, of every source, of indicators that changed.
    void forget(List<String> indicators) {
        jdbc.sql("DELETE FROM row_digest WHERE indicator = ANY (?)")
                .param(indicators.toArray(String[]::new))
                .update();
    }

    /// Stores digests, by indicator id.
    void keep(String source, Map<String, RowDigest> learned) {
        List<Map.Entry<String, RowDigest>> entries = List.copyOf(learned.entrySet());
        jdbc.sql("""
            INSERT INTO row_digest (source, indicator, digest, statements)
            SELECT :source, indicator, digest, statements::int8multirange
            FROM unnest(:indicators::text[], :digests::bytea[], :statements::text[]) AS learned (indicator, digest, statements)
            ON CONFLICT (source, indicator) DO UPDATE SET digest = excluded.digest, statements = excluded.statements
            """)
                .param("source", source)
                .param("indicators", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "digests",
                        entries.stream().map(entry -> entry.getValue().hash()).toArray(byte[][]::new))
                .param(
                        "statements",
                        entries.stream()
                                .map(entry -> entry.getValue().statements())
                                .toArray(String[]::new))
                .update();
    }
}
