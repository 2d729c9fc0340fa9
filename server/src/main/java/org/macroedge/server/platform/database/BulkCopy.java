package org.macroedge.server.platform.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Writes many rows by PostgreSQL's COPY, in the transaction under way, holding one chunk at a time.
public final class BulkCopy {

    private static final int CHUNK = 1 << 16;

    private final DataSource source;
    private final @Nullable Database database;

    public BulkCopy(DataSource source) {
        this.source = source;
        this.database = null;
    }

    /// @param database whose disk is checked too
    BulkCopy(Database database) {
        this.source = database.source();
        this.database = database;
    }

    /// Fails where the database's disk cannot hold what is to be written, as far as that is known.
    ///
    /// @param work ends the sentence, as `to import these rows`
    public void requireSpace(long needed, String work) {
        if (database != null) {
            database.requireSpace(needed, work);
        }
    }

    /// Writes a row for each value; nothing where there is none.
    ///
    /// @param sql `COPY table (columns) FROM STDIN`
    /// @param writer adds the columns of a value in the order of the statement
    /// @throws MacroEdgeException with `database-fault`
    public <T> void write(String sql, Stream<T> values, BiConsumer<T, Row> writer) {
        Iterator<T> iterator = values.iterator();
        if (!iterator.hasNext()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            copy(connection, sql, iterator, writer);
        } catch (SQLException fault) {
            throw BinaryCopy.fault(fault);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static <T> void copy(Connection connection, String sql, Iterator<T> values, BiConsumer<T, Row> writer)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            StringBuilder text = new StringBuilder(CHUNK + 1024);
            Row row = new Row(text);
            while (values.hasNext()) {
                writer.accept(values.next(), row);
                text.setCharAt(text.length() - 1, '\n');
                if (text.length() >= CHUNK) {
                    send(copy, text);
                }
            }
            send(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /// One row in PostgreSQL's text format, each field followed by a tab.
    public static final class Row {

        private final StringBuilder text;

        private Row(StringBuilder text) {
            this.text = text;
        }

        /// Adds a column; NULL for a missing value.
        public Row add(@Nullable Object value) {
            if (value == null) {
                text.append("\\N");
            } else if (value instanceof BigDecimal number) {
                text.append(number.toPlainString());
            } else {
                escape(value.toString());
            }
            text.append('\t');
            return this;
        }

        private void escape(String value) {
            for (int i = 0; i < value.length(); i++) {
                char letter = value.charAt(i);
                switch (letter) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    default -> text.append(letter);
                }
            }
        }
    }
}
