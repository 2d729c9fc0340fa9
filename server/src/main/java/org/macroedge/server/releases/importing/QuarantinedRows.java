package org.macroedge.server.releases.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The quarantined rows of some batches by number, read in pages while they are iterated: there may be more than fit
/// into memory. The batches are chosen once and their rows never change, so that each iteration gives the same rows.
final class QuarantinedRows extends AbstractList<QuarantinedRow> {

    private static final int PAGE = 100;

    private static final String IN_FORCE = """
        SELECT DISTINCT batch FROM quarantine
        WHERE NOT EXISTS (SELECT FROM batch AS undo WHERE undo.undoes = quarantine.batch)
        """;
    private static final String COUNT = "SELECT count(*) FROM quarantine WHERE batch = ANY (?)";
    private static final String ROWS = """
        SELECT id, batch, file, line, reason, message, raw FROM quarantine
        WHERE batch = ANY (?) AND id > ? ORDER BY id OFFSET ? LIMIT ?
        """;

    private final JdbcClient jdbc;
    private final Long[] batches;
    private final int size;

    private QuarantinedRows(JdbcClient jdbc, Long... batches) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.size = jdbc.sql(COUNT).param(batches).query(Integer.class).single();
    }

    /// The rows of one batch.
    static List<QuarantinedRow> of(JdbcClient jdbc, long batch) {
        return new QuarantinedRows(jdbc, batch);
    }

    /// The rows of every batch in force.
    static List<QuarantinedRow> inForce(JdbcClient jdbc) {
        return new QuarantinedRows(
                jdbc, jdbc.sql(IN_FORCE).query(Long.class).list().toArray(Long[]::new));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public QuarantinedRow get(int index) {
        return rows(0, index, 1).getFirst().row();
    }

    @Override
    public Iterator<QuarantinedRow> iterator() {
        return new Pages();
    }

    private record Numbered(long id, QuarantinedRow row) {}

    private List<Numbered> rows(long after, int offset, int limit) {
        return jdbc.sql(ROWS)
                .params(batches, after, offset, limit)
                .query((row, number) -> numbered(row))
                .list();
    }

    private static Numbered numbered(ResultSet row) throws SQLException {
        return new Numbered(
                row.getLong("id"),
                new QuarantinedRow(
                        row.getLong("batch"),
                        row.getString("file"),
                        row.getLong("line"),
                        row.getString("reason"),
                        row.getString("message"),
                        row.getString("raw")));
    }

    private final class Pages implements Iterator<QuarantinedRow> {

        private Iterator<Numbered> page = List.<Numbered>of().iterator();
        private long after;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !ended) {
                List<Numbered> next = rows(after, 0, PAGE);
                ended = next.size() < PAGE;
                page = next.iterator();
            }
            return page.hasNext();
        }

        @Override
        public QuarantinedRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Numbered next = page.next();
            after = next.id();
            return next.row();
        }
    }
}
