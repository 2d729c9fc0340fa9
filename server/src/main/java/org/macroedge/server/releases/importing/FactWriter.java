package org.macroedge.server.releases.importing;

import java.util.stream.Collectors;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// Writes the new facts of a batch by COPY, in the transaction of its connection.
final class FactWriter {

    private static final String RELEASES = "COPY release (id, indicator, fact, batch) FROM STDIN";
    private static final String PRINTS = "COPY print (fact, release, source, known_at, actual, previous, period,"
            + " period_origin, local_date, event_id, marks, batch) FROM STDIN";
    private static final String SCHEDULES = "COPY schedule (fact, release, source, captured_at, scheduled_at, period,"
            + " period_origin, local_date, date_only, event_id, batch) FROM STDIN";
    private static final String FORECASTS =
            "COPY forecast (fact, release, source, kind, captured_at, value, batch) FROM STDIN";

    private final BulkCopy copy;
    private final long batch;

    FactWriter(BulkCopy copy, long batch) {
        this.copy = copy;
        this.batch = batch;
    }

    void write(NewFacts facts) {
        copy.write(
                RELEASES,
                facts.releases.stream(),
                (one, row) -> row.add(one.id())
                        .add(one.id().indicator())
                        .add(one.fact())
                        .add(batch));
        copy.write(PRINTS, facts.prints.stream(), this::print);
        copy.write(SCHEDULES, facts.schedules.stream(), this::schedule);
        copy.write(FORECASTS, facts.forecasts.stream(), this::forecast);
    }

    private void print(Print one, BulkCopy.Row row) {
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

    private void schedule(Schedule one, BulkCopy.Row row) {
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

    private void forecast(Forecast one, BulkCopy.Row row) {
        row.add(one.fact())
                .add(one.release())
                .add(one.source())
                .add(one.kind().code())
                .add(one.capturedAt())
                .add(one.value())
                .add(batch);
    }
}
