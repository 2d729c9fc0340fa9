package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowOutcome;

/// What one source says of one release.
final class SourceRecord {

    private static final Comparator<StatedSchedule> BY_CAPTURE = Comparator.comparing(
            schedule -> schedule.capture().instant(), Comparator.nullsFirst(Comparator.naturalOrder()));

    /// When the release is due.
    record StatedSchedule(Capture capture, Statement statement) {}

    /// What was expected.
    record StatedForecast(ForecastKind kind, Capture capture, BigDecimal value, Statement statement) {}

    private record ForecastKey(@Nullable ForecastKind kind, Capture capture) {}

    private record StatedPrint(Instant saidAt, long batch, Statement statement) {

        static final Comparator<StatedPrint> ORDER =
                Comparator.comparing(StatedPrint::saidAt).thenComparing(StatedPrint::batch);
    }

    private final List<StatedPrint> prints = new ArrayList<>();
    private final Map<Capture, StatedSchedule> schedules = new LinkedHashMap<>();
    private final Map<ForecastKey, StatedForecast> forecasts = new LinkedHashMap<>();
    private @Nullable StatedSchedule latestSchedule;
    private boolean corrected;

    /// The row with the actual in force.
    Optional<ReportedRelease> print() {
        return prints.isEmpty()
                ? Optional.empty()
                : Optional.of(prints.getLast().statement().row());
    }

    /// Every row that ever gave the actual, the one in force last.
    List<Statement> prints() {
        return prints.stream().map(StatedPrint::statement).toList();
    }

    /// Whether it gave different actuals.
    boolean isCorrected() {
        return corrected;
    }

    Collection<StatedSchedule> schedules() {
        return schedules.values();
    }

    Collection<StatedForecast> forecasts() {
        return forecasts.values();
    }

    /// The row with the schedule of the latest capture.
    Optional<ReportedRelease> schedule() {
        return Optional.ofNullable(latestSchedule)
                .map(schedule -> schedule.statement().row());
    }

    Stream<ReportedRelease> rows() {
        return Stream.concat(
                prints.stream().map(print -> print.statement().row()),
                schedules.values().stream().map(schedule -> schedule.statement().row()));
    }

    boolean isEvent(String eventId) {
        return rows().map(ReportedRelease::eventId).anyMatch(eventId::equals);
    }

    /// Takes an actual in. The one in force is that which was said last, then that of the last batch.
    RowOutcome print(SaidStatement said) {
        Statement statement = said.statement();
        Optional<ReportedRelease> before = print();
        RowOutcome outcome = before.map(row -> difference(row, said.row())).orElse(RowOutcome.IMPORTED);
        corrected |= before.filter(
                        row -> !RowContent.equal(row.actual(), said.row().actual()))
                .isPresent();
        prints.removeIf(earlier -> earlier.statement().number() == statement.number());
        prints.add(new StatedPrint(said.saidAt(), said.batch().batch(), statement));
        prints.sort(StatedPrint.ORDER);
        return prints.getLast().statement() == statement ? outcome : RowOutcome.UNCHANGED;
    }

    private static RowOutcome difference(ReportedRelease row, ReportedRelease later) {
        if (!RowContent.equal(row.actual(), later.actual())
                || !row.instant().equals(later.instant())
                || RowContent.periodsDiffer(row, later)) {
            return RowOutcome.CORRECTED;
        }
        return RowContent.equal(row.previous(), later.previous()) ? RowOutcome.UNCHANGED : RowOutcome.REVISED;
    }

    /// Takes a schedule in. One of a release to come that says nothing new keeps its first capture.
    RowOutcome schedule(Capture capture, Statement statement) {
        Instant instant = statement.row().instant();
        Optional<ReportedRelease> latest = schedule();
        boolean known = capture.batch() == null
                ? Optional.ofNullable(schedules.get(capture))
                        .filter(schedule -> schedule.statement().row().instant().equals(instant))
                        .isPresent()
                : latest.filter(row -> row.instant().equals(instant)).isPresent();
        if (known) {
            return RowOutcome.UNCHANGED;
        }
        StatedSchedule stated = new StatedSchedule(capture, statement);
        schedules.put(capture, stated);
        StatedSchedule before = latestSchedule;
        if (before == null || before.capture().equals(capture) || BY_CAPTURE.compare(before, stated) < 0) {
            latestSchedule = stated;
        }
        return RowOutcome.IMPORTED;
    }

    /// Takes a forecast in. A history has one forecast, whatever its kind.
    RowOutcome forecast(ReportedForecast forecast, Capture capture, Statement statement) {
        if (capture.batch() != null && repeats(forecast)) {
            return RowOutcome.UNCHANGED;
        }
        ForecastKey key = new ForecastKey(capture.isNone() ? null : forecast.kind(), capture);
        StatedForecast before = forecasts.get(key);
        if (before != null && before.kind() == forecast.kind() && RowContent.equal(before.value(), forecast.value())) {
            return RowOutcome.UNCHANGED;
        }
        forecasts.put(key, new StatedForecast(forecast.kind(), capture, forecast.value(), statement));
        return before == null ? RowOutcome.IMPORTED : RowOutcome.CORRECTED;
    }

    private boolean repeats(ReportedForecast forecast) {
        return forecasts.values().stream()
                .filter(known -> known.kind() == forecast.kind())
                .filter(known -> known.capture().instant() != null)
                .max(Comparator.comparing(
                        known -> known.capture().instant(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .filter(latest -> RowContent.equal(latest.value(), forecast.value()))
                .isPresent();
    }
}
