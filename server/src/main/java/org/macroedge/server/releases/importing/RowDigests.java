package org.macroedge.server.releases.importing;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.platform.hash.Sha256;
import org.macroedge.server.releases.calendar.CalendarRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Recognises the rows of an indicator that an earlier import took in, so that a repeated import reads no facts of it;
/// the rows of table `row_digest`.
final class RowDigests {

    private static final int BUFFER = 1 << 12;

    private final JdbcClient jdbc;

    RowDigests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Rows taken in, as one hash.
    ///
    /// @param facts the facts that they stand for, as PostgreSQL writes a multirange
    record Known(byte[] digest, String facts) {

        boolean is(byte[] other) {
            return Arrays.equals(digest, other);
        }
    }

    /// What a source's rows are known by, per indicator id.
    Map<String, Known> of(String source) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("SELECT indicator, digest, facts::text FROM row_digest WHERE source = ?")
                .param(source)
                .query((row, number) -> known.put(
                        row.getString("indicator"), new Known(row.getBytes("digest"), row.getString("facts"))))
                .list();
        return known;
    }

    /// Forgets, for every source, the rows of indicators of which something changed.
    void forget(List<String> indicators) {
        jdbc.sql("DELETE FROM row_digest WHERE indicator = ANY (?)")
                .param(indicators.toArray(String[]::new))
                .update();
    }

    void keep(String source, Map<String, Known> learned) {
        List<Map.Entry<String, Known>> entries = List.copyOf(learned.entrySet());
        jdbc.sql("""
            INSERT INTO row_digest (source, indicator, digest, facts)
            SELECT :source, indicator, digest, facts::int8multirange
            FROM unnest(:indicators::text[], :digests::bytea[], :facts::text[]) AS learned (indicator, digest, facts)
            ON CONFLICT (source, indicator) DO UPDATE SET digest = excluded.digest, facts = excluded.facts
            """)
                .param("source", source)
                .param("indicators", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "digests",
                        entries.stream().map(one -> one.getValue().digest()).toArray(byte[][]::new))
                .param(
                        "facts",
                        entries.stream().map(one -> one.getValue().facts()).toArray(String[]::new))
                .update();
    }

    /// One hash of everything that decides what the rows do: the rows in their order, without file and line, and the
    /// indicator's contract.
    static byte[] digest(Indicator indicator, List<CalendarRow> rows) {
        MessageDigest sha256 = Sha256.start();
        sha256.update(indicator.toString().getBytes(StandardCharsets.UTF_8));
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha256), BUFFER))) {
            for (CalendarRow row : rows) {
                SpooledRow.writeContent(row, out);
            }
        } catch (IOException impossible) {
            throw new AssertionError("a digest takes every byte", impossible);
        }
        return sha256.digest();
    }
}
