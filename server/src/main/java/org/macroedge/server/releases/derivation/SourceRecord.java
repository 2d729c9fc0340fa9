package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ForecastSpread;
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
    record StatedForecast(
            ForecastKind kind, Capture capture, BigDecimal value, ForecastSpread spread, Statement statement) {

        /// The same with another spread.
        StatedForecast with(ForecastSpread other) {
            return new StatedForecast(kind, capture, value, other, statement);
        }

        /// Whether a forecast says nothing else. One without a spread takes none back, as one without a figure does
        /// not.
        private boolean isSaidBy(ReportedForecast forecast) {
            return RowContent.equal(value, forecast.value())
                    && (forecast.spread().isNone() || forecast.spread().equals(spread));
        }
    }

    private record ForecastKey(@Nullable ForecastKind kind, Capture capture) {}

    /// @param order in which the rows were taken in
    private record StatedPrint(Instant saidAt, long batch, long order, Statement statement) {

        static final Comparator<StatedPrint> ORDER = Comparator.comparing(StatedPrint::saidAt)
                .thenComparing(StatedPrint::batch)
                .thenComparing(StatedPrint::order);
    }

    /// A release may have as many captures as an import has rows of an indicator, so nothing here goes through all of
    /// them for each.
    private final TreeSet<StatedPrint> prints = new TreeSet<>(StatedPrint.ORDER);

    private final Map<Long, StatedPrint> printsByNumber = new HashMap<>();
    private final Map<ForecastKind, StatedForecast> latestForecasts = new EnumMap<>(ForecastKind.class);
    private final Map<String, Integer> events = new HashMap<>();
    private long taken;
    private final Map<Capture, StatedSchedule> schedules = new LinkedHashMap<>();
    private final Map<ForecastKey, StatedForecast> forecasts = new LinkedHashMap<>();
    private @Nullable StatedSchedule latestSchedule;
    private boolean corrected;

    /// The row with the actual in force.
    Optional<ReportedRelease> print() {
        return printed().map(Statement::row);
    }

    /// The statement of the actual in force.
    Optional<Statement> printed() {
        return prints.isEmpty() ? Optional.empty() : Optional.of(prints.last().statement());
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

    /// Each with the spread that holds for it.
    List<StatedForecast> forecasts() {
        return RepeatedForecasts.withSpreads(forecasts.values());
    }

    /// The row with the schedule of the latest capture.
    Optional<ReportedRelease> schedule() {
        return scheduled().map(Statement::row);
    }

    /// The statement with the schedule of the latest capture.
    Optional<Statement> scheduled() {
        return Optional.ofNullable(latestSchedule).map(StatedSchedule::statement);
    }

    /// How far a row is from what the source expected at its latest capture: 0 for the same figures, 2 where only one
    /// of them states any, else 1. Expected figures change, and are rarely dropped.
    int forecastGap(ReportedRelease row) {
        if (latestForecasts.isEmpty() != row.forecasts().isEmpty()) {
            return 2;
        }
        return !row.forecasts().isEmpty() && row.forecasts().stream().allMatch(this::repeatsFigure) ? 0 : 1;
    }

    Stream<ReportedRelease> rows() {
        return Stream.concat(
                prints.stream().map(print -> print.statement().row()),
                schedules.values().stream().map(schedule -> schedule.statement().row()));
    }

    boolean isEvent(String eventId) {
        return events.containsKey(eventId);
    }

    /// Counts the rows of an event.
    ///
    /// @param change 1 for a row that came, -1 for one that another replaced
    private void countEvent(Statement statement, int change) {
        String event = statement.row().eventId();
        if (event != null && events.merge(event, change, Integer::sum) == 0) {
            events.remove(event);
        }
    }

    /// Takes an actual in. The one in force is that which was said last, then that of the last batch.
    RowOutcome print(SaidStatement said) {
        Statement statement = said.statement();
        Optional<ReportedRelease> before = print();
        RowOutcome outcome = before.map(row -> difference(row, said.row())).orElse(RowOutcome.IMPORTED);
        corrected |= before.filter(
                        row -> !RowContent.equal(row.actual(), said.row().actual()))
                .isPresent();
        StatedPrint stated = new StatedPrint(said.saidAt(), said.batch().batch(), taken++, statement);
        StatedPrint earlier = printsByNumber.put(statement.number(), stated);
        if (earlier != null) {
            prints.remove(earlier);
            countEvent(earlier.statement(), -1);
        }
        prints.add(stated);
        countEvent(statement, 1);
        return prints.last().statement() == statement ? outcome : RowOutcome.UNCHANGED;
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
        StatedSchedule replaced = schedules.put(capture, stated);
        if (replaced != null) {
            countEvent(replaced.statement(), -1);
        }
        countEvent(statement, 1);
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
        if (before != null && before.kind() == forecast.kind() && before.isSaidBy(forecast)) {
            return RowOutcome.UNCHANGED;
        }
        StatedForecast stated =
                new StatedForecast(forecast.kind(), capture, forecast.value(), forecast.spread(), statement);
        forecasts.put(key, stated);
        keepLatest(stated);
        return before == null ? RowOutcome.IMPORTED : RowOutcome.CORRECTED;
    }

    /// The first of those of the latest capture, unless the same capture says something else.
    private void keepLatest(StatedForecast stated) {
        Instant instant = stated.capture().instant();
        if (instant == null) {
            return;
        }
        StatedForecast latest = latestForecasts.get(stated.kind());
        boolean isLatest = latest == null
                || latest.capture().equals(stated.capture())
                || instant.isAfter(Objects.requireNonNull(latest.capture().instant()));
        if (isLatest) {
            latestForecasts.put(stated.kind(), stated);
        }
    }

    private boolean repeats(ReportedForecast forecast) {
        StatedForecast latest = latestForecasts.get(forecast.kind());
        return latest != null && latest.isSaidBy(forecast);
    }

    /// A spread never decides to which release a row belongs.
    private boolean repeatsFigure(ReportedForecast forecast) {
        StatedForecast latest = latestForecasts.get(forecast.kind());
        return latest != null && RowContent.equal(latest.value(), forecast.value());
    }
}
