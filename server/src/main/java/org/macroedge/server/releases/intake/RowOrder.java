package org.macroedge.server.releases.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The order in which the rows of one indicator are given ids: ascending instant, then declared period (none
/// last), then the chain of previous and actual, then the order of the files.
final class RowOrder {

    private static final Comparator<ReportedRelease> BY_INSTANT_AND_PERIOD = Comparator.comparing(
                    ReportedRelease::instant)
            .thenComparing(ReportedRelease::period, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    private RowOrder() {}

    /// @param rows of one indicator, in the order of the files
    static List<ReportedRelease> of(List<ReportedRelease> rows) {
        List<ReportedRelease> sorted = new ArrayList<>(rows);
        sorted.sort(BY_INSTANT_AND_PERIOD);
        List<ReportedRelease> ordered = new ArrayList<>(sorted.size());
        int from = 0;
        for (int to = 1; to <= sorted.size(); to++) {
            if (to == sorted.size() || BY_INSTANT_AND_PERIOD.compare(sorted.get(from), sorted.get(to)) != 0) {
                ordered.addAll(chained(sorted.subList(from, to)));
                from = to;
            }
        }
        return ordered;
    }

    /// Puts rows whose previous value is another row's actual after that row.
    private static List<ReportedRelease> chained(List<ReportedRelease> together) {
        if (together.size() == 1) {
            return together;
        }
        List<ReportedRelease> left = new ArrayList<>(together);
        List<ReportedRelease> chain = new ArrayList<>();
        while (!left.isEmpty()) {
            ReportedRelease next = left.stream()
                    .filter(row -> left.stream().noneMatch(other -> other != row && follows(row, other)))
                    .findFirst()
                    .orElse(left.getFirst());
            chain.add(next);
            left.remove(next);
        }
        return chain;
    }

    private static boolean follows(ReportedRelease row, ReportedRelease other) {
        return row.previous() != null
                && other.actual() != null
                && row.previous().compareTo(other.actual()) == 0
                && !same(row, other);
    }

    /// Whether two rows say the same, wherever they stand in the files.
    static boolean same(ReportedRelease row, ReportedRelease other) {
        return row.instant().equals(other.instant())
                && Objects.equals(row.period(), other.period())
                && Objects.equals(row.eventId(), other.eventId())
                && equal(row.actual(), other.actual())
                && equal(row.forecasts(), other.forecasts())
                && equal(row.previous(), other.previous())
                && Objects.equals(row.scheduleCapturedAt(), other.scheduleCapturedAt());
    }

    /// What a row says, to be compared as a whole.
    static Object content(ReportedRelease row) {
        return Arrays.asList(
                row.instant(),
                row.period(),
                row.actual(),
                row.forecasts(),
                row.previous(),
                row.scheduleCapturedAt(),
                row.spilled());
    }

    private static boolean equal(List<ReportedForecast> forecasts, List<ReportedForecast> others) {
        if (forecasts.size() != others.size()) {
            return false;
        }
        for (int index = 0; index < forecasts.size(); index++) {
            if (!equal(forecasts.get(index), others.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(ReportedForecast forecast, ReportedForecast other) {
        return forecast.kind() == other.kind()
                && Objects.equals(forecast.capturedAt(), other.capturedAt())
                && equal(forecast.value(), other.value());
    }

    /// Whether two numbers are equal whatever their trailing zeros, or both missing.
    static boolean equal(@Nullable BigDecimal number, @Nullable BigDecimal other) {
        return number == null || other == null ? number == other : number.compareTo(other) == 0;
    }
}
