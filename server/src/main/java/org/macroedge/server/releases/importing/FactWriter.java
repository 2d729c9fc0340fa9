package org.macroedge.server.releases.importing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.Fact;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// Writes the new facts of a batch by COPY, in the transaction of its connection.
final class FactWriter {

    private static final String RELEASES = "COPY release (id, indicator, fact, batch) FROM STDIN";
    private static final String PRINTS = "COPY print (fact, release, source, known_at, actual, previous, period,"
            + " period_origin, local_date, event_id, marks, statements, batch) FROM STDIN";
    private static final String SCHEDULES = "COPY schedule (fact, release, source, captured_at, captured_by,"
            + " scheduled_at, period, period_origin, local_date, date_only, event_id, statement, batch) FROM STDIN";
    private static final String FORECASTS = "COPY forecast (fact, release, source, kind, captured_at, captured_by,"
            + " value, low, high, forecasters, statement, batch) FROM STDIN";

    private final BulkCopy copy;
    private final long batch;

    FactWriter(BulkCopy copy, long batch) {
        this.copy = copy;
        this.batch = batch;
    }

    /// @param known the ids that were given before; receives the new ones
    void write(List<Fact> facts, Set<ReleaseId> known) {
        copy.write(
                RELEASES,
                facts.stream().filter(fact -> known.add(fact.release())),
                (fact, row) -> row.add(fact.release())
                        .add(fact.release().indicator())
                        .add(fact.fact())
                        .add(batch));
        copy.write(PRINTS, of(facts, Print.class), this::print);
        copy.write(SCHEDULES, of(facts, Schedule.class), this::schedule);
        copy.write(FORECASTS, of(facts, Forecast.class), this::forecast);
    }

    private static <T extends Fact> Stream<T> of(Collection<Fact> facts, Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
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
                .add(Mark.codes(print.marks()).stream().collect(Collectors.joining(",", "{", "}")))
                .add(print.statements().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .add(batch);
    }

    private void schedule(Schedule schedule, BulkCopy.Row row) {
        row.add(schedule.fact())
                .add(schedule.release())
                .add(schedule.source())
                .add(schedule.capturedAt())
                .add(schedule.capturedBy())
                .add(schedule.scheduledAt())
                .add(schedule.period())
                .add(schedule.period() == null ? null : "declared")
                .add(schedule.localDate())
                .add(schedule.dateOnly())
                .add(schedule.eventId())
                .add(schedule.statement())
                .add(batch);
    }

    private void forecast(Forecast forecast, BulkCopy.Row row) {
        row.add(forecast.fact())
                .add(forecast.release())
                .add(forecast.source())
                .add(forecast.kind().code())
                .add(forecast.capturedAt())
                .add(forecast.capturedBy())
                .add(forecast.value())
                .add(forecast.spread().low())
                .add(forecast.spread().high())
                .add(forecast.spread().count())
                .add(forecast.statement())
                .add(batch);
    }
}
