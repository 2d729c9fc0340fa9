package org.macroedge.server.surprises;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.macroedge.engine.FormulaVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What derived rows were computed from; the rows of table `derived_from`.
public final class DerivedFrom {

    private static final String FORMULA = "formula=" + FormulaVersion.CURRENT;

    private final JdbcClient jdbc;

    public DerivedFrom(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What rows are computed from beside the facts.
    ///
    /// @param catalogue the hash of the catalogue
    public static String inputs(String catalogue) {
        return FORMULA + " catalogue=" + catalogue;
    }

    /// Whether rows were computed from these inputs; false where there are none.
    public boolean isCurrent(String name, String inputs) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM derived_from WHERE name = ? AND inputs = ?)")
                .params(name, inputs)
                .query(Boolean.class)
                .single();
    }

    /// The record time of the facts that rows were last computed from; [Instant#EPOCH] where there are none.
    public Instant recordedAt(String name) {
        return jdbc.sql("SELECT recorded_at FROM derived_from WHERE name = ?")
                .param(name)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    /// Whether inputs are stored under a name that begins with a prefix and is not among those wanted.
    public boolean hasOthers(String prefix, List<String> names) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM derived_from WHERE starts_with(name, ?) AND name <> ALL (?))")
                .params(prefix, names.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /// Deletes the inputs under names that begin with a prefix and are not among those wanted, in the transaction
    /// that deletes their rows.
    public void keepOnly(String prefix, List<String> names) {
        jdbc.sql("DELETE FROM derived_from WHERE starts_with(name, ?) AND name <> ALL (?)")
                .params(prefix, names.toArray(String[]::new))
                .update();
    }

    /// Stores what rows were computed from, in the transaction that writes them.
    ///
    /// @param recordedAt the record time of the facts
    public void set(String name, String inputs, Instant recordedAt) {
        jdbc.sql("""
            INSERT INTO derived_from (name, inputs, recorded_at) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET inputs = excluded.inputs, recorded_at = excluded.recorded_at
            """).params(name, inputs, recordedAt.atOffset(ZoneOffset.UTC)).update();
    }
}
