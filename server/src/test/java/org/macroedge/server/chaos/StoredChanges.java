package org.macroedge.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macroedge.server.chaos.ChangingPusher.Push;
import org.macroedge.server.platform.database.Database;

/// What the store has of the changes that programs made, beside what they were told.
final class StoredChanges {

    /// The number of a row is its only difference from another row that says the same.
    private static final String STATEMENTS = """
        SELECT statement.batch, statement.indicator || '@' || statement.instant::date AS release, actual
        FROM statement JOIN batch ON batch.id = statement.batch
        WHERE batch.kind = 'push' AND actual IS NOT NULL
        ORDER BY 1, 2, statement.number
        """;

    private final Database database;
    private final List<ChangingPusher> pushers;

    StoredChanges(Database database, List<ChangingPusher> pushers) {
        this.database = database;
        this.pushers = pushers;
    }

    /// Every push that was accepted is there once and as a whole, every undo once, and nothing else.
    void assertOnce(String what) {
        Map<String, Long> batches = new TreeMap<>();
        List<String> figures = new ArrayList<>();
        List<Long> undone = new ArrayList<>();
        for (ChangingPusher pusher : pushers) {
            assertThat(pusher.faults).as(what).isEmpty();
            undone.addAll(pusher.undone);
            for (Push push : pusher.pushed) {
                batches.put(push.key(), push.batch());
                push.figures()
                        .forEach(figure -> figures.add(push.batch() + " " + figure.release() + " "
                                + figure.actual().toPlainString()));
            }
        }
        assertThat(pushed()).as("pushes, %s", what).isEqualTo(batches);
        assertThat(statements()).as("figures of pushes, %s", what).containsExactlyInAnyOrderElementsOf(figures);
        assertThat(undone()).as("undone batches, %s", what).containsExactlyInAnyOrderElementsOf(undone);
    }

    private Map<String, Long> pushed() {
        Map<String, Long> pushed = new TreeMap<>();
        database.jdbc().sql("SELECT key, batch FROM push").query(row -> {
            pushed.put(row.getString(1), row.getLong(2));
        });
        return pushed;
    }

    private List<String> statements() {
        return database.jdbc()
                .sql(STATEMENTS)
                .query((row, number) -> row.getLong(1) + " " + row.getString(2) + " "
                        + row.getBigDecimal(3).stripTrailingZeros().toPlainString())
                .list();
    }

    private List<Long> undone() {
        return database.jdbc()
                .sql("SELECT undoes FROM batch WHERE kind = 'undo'")
                .query(Long.class)
                .list();
    }

    /// The figures that should stand: of each release, that of the latest push that was not taken back.
    Map<String, BigDecimal> expected() {
        Map<String, BigDecimal> expected = new HashMap<>();
        pushers.forEach(pusher -> pusher.pushed.stream()
                .filter(push -> !pusher.undone.contains(push.batch()))
                .sorted(Comparator.comparing(Push::batch))
                .forEach(push -> push.figures().forEach(figure -> expected.put(figure.release(), figure.actual()))));
        return expected;
    }

    /// The figures that stand.
    Map<String, BigDecimal> standing() {
        Map<String, BigDecimal> standing = new HashMap<>();
        database.jdbc().sql("SELECT release_id, actual FROM read.releases").query(row -> {
            standing.put(row.getString(1), row.getBigDecimal(2).stripTrailingZeros());
        });
        return standing;
    }

    /// The figures that ingestion found at the publisher, each as often as it noted it.
    List<String> ingested() {
        return database.jdbc()
                .sql("SELECT period || '=' || value FROM observation WHERE source = ? ORDER BY 1")
                .param(RatePublisher.SOURCE)
                .query(String.class)
                .list();
    }

    /// The last runs of the job that asks the publisher, for messages.
    List<String> runs() {
        return database.jdbc()
                .sql("SELECT concat_ws(' ', number, trigger, outcome, result) FROM job_run"
                        + " WHERE job = 'daily_macro_ingestion' ORDER BY number DESC LIMIT 4")
                .query(String.class)
                .list();
    }
}
