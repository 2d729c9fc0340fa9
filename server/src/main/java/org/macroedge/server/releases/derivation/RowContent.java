package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Compares rows by what they say. Where a row stands in its file never decides.
final class RowContent {

    private static final Comparator<BigDecimal> NUMBERS = Comparator.nullsFirst(Comparator.naturalOrder());

    /// Ascending by instant, declared period (none last), previous, actual.
    static final Comparator<Statement> FIGURES = Comparator.comparing(
                    (Statement statement) -> statement.row().instant())
            .thenComparing(statement -> statement.row().period(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(statement -> statement.row().previous(), NUMBERS)
            .thenComparing(statement -> statement.row().actual(), NUMBERS);

    /// Ascending by instant, declared period (none last), previous, actual, first forecast, then everything
    /// else.
    static final Comparator<Statement> ORDER = FIGURES.thenComparing(statement -> forecast(statement.row()), NUMBERS)
            .thenComparing(statement -> text(statement.row()));

    private RowContent() {}

    /// Whether two numbers are equal whatever their trailing zeros, or both missing.
    static boolean equal(@Nullable BigDecimal number, @Nullable BigDecimal other) {
        return number == null || other == null ? number == other : number.compareTo(other) == 0;
    }

    /// Whether both numbers are present and equal.
    static boolean bothEqual(@Nullable BigDecimal number, @Nullable BigDecimal other) {
        return number != null && other != null && number.compareTo(other) == 0;
    }

    /// Whether actual and previous are equal.
    static boolean equalFigures(ReportedRelease row, ReportedRelease other) {
        return equal(row.actual(), other.actual()) && equal(row.previous(), other.previous());
    }

    /// Whether both rows declare a period, and not the same.
    static boolean periodsDiffer(ReportedRelease row, ReportedRelease other) {
        return row.period() != null && other.period() != null && !row.period().equals(other.period());
    }

    /// The first forecast; null where there is none.
    static @Nullable BigDecimal forecast(ReportedRelease row) {
        return row.forecasts().isEmpty() ? null : row.forecasts().getFirst().value();
    }

    /// Everything that a row says, without where it stands, as text that differs where the rows do.
    static String text(ReportedRelease row) {
        return String.join(
                "|",
                row.instant().toString(),
                String.valueOf(row.localDate()),
                String.valueOf(row.dateOnly()),
                row.scheduleTime() ? "schedule-time" : String.valueOf(row.shifted()),
                String.valueOf(row.period()),
                plain(row.actual()),
                plain(row.previous()),
                forecasts(row.forecasts()),
                String.valueOf(row.scheduleCapturedAt()),
                Objects.requireNonNullElse(row.eventId(), ""),
                row.title(),
                String.valueOf(row.spillTarget()));
    }

    private static String forecasts(List<ReportedForecast> forecasts) {
        return forecasts.stream()
                .map(forecast -> forecast.kind() + " " + plain(forecast.value()) + " " + forecast.capturedAt()
                        + (forecast.spread().isNone() ? "" : " " + forecast.spread()))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
