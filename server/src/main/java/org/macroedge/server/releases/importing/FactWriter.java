package org.macroedge.server.releases.importing;

import java.util.stream.Collectors;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.intake.NewFacts;

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
                facts.releases().stream(),
                (release, row) -> row.add(release.id())
                        .add(release.id().indicator())
                        .add(release.fact())
                        .add(batch));
        copy.write(PRINTS, facts.prints().stream(), this::print);
        copy.write(SCHEDULES, facts.schedules().stream(), this::schedule);
        copy.write(FORECASTS, facts.forecasts().stream(), this::forecast);
    }

    private void print(Print print, BulkCopy.Row row) {
        row.add(print.fact())
                .add(print.release())
                .add(print.source())
                .add(print.knownAt())
                .add(print.actual())
                .add(print.previous())
                .add(print.period())
                .add(print.period() == null ? null : "declared")
                .add(print.localDate())
                .add(print.eventId())
                .add(print.marks().stream().sorted().map(Mark::code).collect(Collectors.joining(",", "{", "}")))
                .add(batch);
    }

    private void schedule(Schedule schedule, BulkCopy.Row row) {
        row.add(schedule.fact())
                .add(schedule.release())
                .add(schedule.source())
                .add(schedule.capturedAt())
                .add(schedule.scheduledAt())
                .add(schedule.period())
                .add(schedule.period() == null ? null : "declared")
                .add(schedule.localDate())
                .add(schedule.dateOnly())
                .add(schedule.eventId())
                .add(batch);
    }

    private void forecast(Forecast forecast, BulkCopy.Row row) {
        row.add(forecast.fact())
                .add(forecast.release())
                .add(forecast.source())
                .add(forecast.kind().code())
                .add(forecast.capturedAt())
                .add(forecast.value())
                .add(batch);
    }
}
