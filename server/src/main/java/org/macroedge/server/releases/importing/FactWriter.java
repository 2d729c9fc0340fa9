package org.macroedge.server.releases.importing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Writes the new facts of a batch by COPY, in the transaction of its connection.
final class FactWriter {

    private static final int CHUNK = 1 << 16;
    private static final String RELEASES = "COPY release (id, indicator, fact, batch) FROM STDIN";
    private static final String PRINTS = "COPY print (fact, release, source, known_at, actual, previous, period,"
            + " period_origin, local_date, event_id, marks, batch) FROM STDIN";
    private static final String SCHEDULES = "COPY schedule (fact, release, source, captured_at, scheduled_at, period,"
            + " period_origin, local_date, date_only, event_id, batch) FROM STDIN";
    private static final String FORECASTS =
            "COPY forecast (fact, release, source, kind, captured_at, value, batch) FROM STDIN";

    private final Connection connection;
    private final long batch;

    FactWriter(Connection connection, long batch) {
        this.connection = connection;
        this.batch = batch;
    }

    void write(NewFacts facts) throws SQLException {
        copy(
                RELEASES,
                facts.releases,
                (one, row) ->
                        row.add(one.id()).add(one.indicator()).add(one.fact()).add(batch));
        copy(PRINTS, facts.prints, this::print);
        copy(SCHEDULES, facts.schedules, this::schedule);
        copy(FORECASTS, facts.forecasts, this::forecast);
    }

    private void print(Print one, Line row) {
        row.add(one.fact())
                .add(one.release())
                .add(one.source())
                .add(one.knownAt())
                .add(one.actual())
                .add(one.previous())
                .add(one.period())
                .add(one.period() == null ? null : "declared")
                .add(one.localDate())
                .add(one.eventId())
                .add(one.marks().stream().sorted().map(Mark::code).collect(Collectors.joining(",", "{", "}")))
                .add(batch);
    }

    private void schedule(Schedule one, Line row) {
        row.add(one.fact())
                .add(one.release())
                .add(one.source())
                .add(one.capturedAt())
                .add(one.scheduledAt())
                .add(one.period())
                .add(one.period() == null ? null : "declared")
                .add(one.localDate())
                .add(one.dateOnly())
                .add(one.eventId())
                .add(batch);
    }

    private void forecast(Forecast one, Line row) {
        row.add(one.fact())
                .add(one.release())
                .add(one.source())
                .add(one.kind().code())
                .add(one.capturedAt())
                .add(one.value())
                .add(batch);
    }

    private <T> void copy(String sql, List<T> facts, BiConsumer<T, Line> writer) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            StringBuilder text = new StringBuilder(CHUNK + 1024);
            for (T fact : facts) {
                writer.accept(fact, new Line(text));
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
    private record Line(StringBuilder text) {

        Line add(@Nullable Object value) {
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
