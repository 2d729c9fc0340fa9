package org.macroedge.server.bias;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.platform.database.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `bias_due`: in which spans of the past some instruments may lack biases. The spans of a weight set
/// do not overlap. Elsewhere every instrument has a bias at every run.
final class DueBiases {

    private static final String ADD = """
        INSERT INTO bias_due (weight_set, as_of, until, instruments) VALUES (?, ?::timestamptz, ?::timestamptz, ?)
        """;
    private static final String OF = "SELECT as_of, until, instruments FROM bias_due WHERE weight_set = ?";
    private static final String CLAIM = OF + " ORDER BY as_of DESC LIMIT 1 FOR UPDATE SKIP LOCKED";
    private static final String DONE = "DELETE FROM bias_due WHERE weight_set = ? AND as_of = ?::timestamptz";

    private final JdbcClient jdbc;

    /// A span in which instruments may lack biases.
    ///
    /// @param from its first instant
    /// @param until its end, which is not in it
    record Span(Instant from, Instant until, List<String> instruments) {}

    DueBiases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many spans there are.
    long count() {
        return jdbc.sql("SELECT count(*) FROM bias_due").query(Long.class).single();
    }

    /// The weight sets that lack biases, in the order of their ids.
    List<String> weightSets() {
        return jdbc.sql("SELECT DISTINCT weight_set FROM bias_due ORDER BY weight_set")
                .query((row, number) -> row.getString("weight_set"))
                .list();
    }

    /// The spans of a weight set, in no order.
    List<Span> of(String weightSet) {
        return jdbc.sql(OF).param(weightSet).query(DueBiases::span).list();
    }

    /// Adds a span to a weight set.
    void add(String weightSet, Span span) {
        jdbc.sql(ADD)
                .params(
                        weightSet,
                        span.from().toString(),
                        span.until().toString(),
                        span.instruments().toArray(String[]::new))
                .update();
    }

    /// Claims the latest span of a weight set that nobody has claimed, until the transaction ends.
    Optional<Span> claim(String weightSet) {
        return jdbc.sql(CLAIM).param(weightSet).query(DueBiases::span).optional();
    }

    /// Deletes a span in which nothing is lacking any more.
    void done(String weightSet, Span span) {
        jdbc.sql(DONE).params(weightSet, span.from().toString()).update();
    }

    /// Deletes the spans of weight sets that are no longer in the catalogue.
    void keepOnly(List<String> weightSets) {
        jdbc.sql("DELETE FROM bias_due WHERE weight_set <> ALL (?)")
                .param(weightSets.toArray(String[]::new))
                .update();
    }

    /// Deletes the spans of a weight set.
    void clear(String weightSet) {
        jdbc.sql("DELETE FROM bias_due WHERE weight_set = ?").param(weightSet).update();
    }

    private static Span span(ResultSet row, int number) throws SQLException {
        return new Span(InstantColumn.of(row, "as_of"), InstantColumn.of(row, "until"), List.of((String[])
                row.getArray("instruments").getArray()));
    }
}
