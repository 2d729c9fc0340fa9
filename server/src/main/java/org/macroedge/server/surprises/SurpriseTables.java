package org.macroedge.server.surprises;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.statistics.RollingStatistics;
import org.macroedge.engine.statistics.SurpriseSeries;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `surprise` and `rolling_statistic`.
final class SurpriseTables {

    private static final String STORED = """
        SELECT release, indicator, extract(epoch FROM released_at)::bigint AS released_at, actual::text,
               forecast::text, forecast_kind, forecast_class, surprise::text, sigma, sigma_observations, z_raw, z,
               reason, marks::text, %s
        FROM surprise WHERE indicator = ANY (?) ORDER BY indicator, released_at, release
        """.formatted(ReleaseCells.SELECTED);
    private static final String DELETE_SURPRISES = """
        DELETE FROM surprise USING unnest(?::text[], ?::text[]::timestamptz[]) AS changed (indicator, first)
        WHERE surprise.indicator = changed.indicator AND released_at >= first
        """;
    private static final String DELETE_STATISTICS = """
        DELETE FROM rolling_statistic USING unnest(?::text[], ?::text[]::timestamptz[]) AS changed (indicator, first)
        WHERE rolling_statistic.indicator = changed.indicator AND as_of >= first
        """;
    private static final String COPY_SURPRISES = "COPY surprise (" + SurpriseRow.COLUMNS + ") FROM STDIN";
    private static final String COPY_STATISTICS = "COPY rolling_statistic (indicator, as_of, days, count, mean,"
            + " standard_deviation, share_positive, weighted_mean) FROM STDIN";

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    SurpriseTables(Database database) {
        this.jdbc = database.jdbc();
        this.copy = new BulkCopy(database.source());
    }

    /// Deletes every row.
    void clear() {
        jdbc.sql("DELETE FROM surprise").update();
        jdbc.sql("DELETE FROM rolling_statistic").update();
    }

    /// Writes every row of some indicators that have none.
    void write(Surprises surprises, Collection<IndicatorId> indicators) {
        write(surprises, indicators.stream().collect(Collectors.toMap(id -> id, id -> Instant.MIN)));
    }

    /// Replaces the rows of some indicators from the first one on that differs.
    void replace(Surprises surprises, Collection<IndicatorId> indicators) {
        Map<IndicatorId, List<SurpriseRow>> stored = stored(indicators);
        Map<IndicatorId, Instant> changed = new TreeMap<>();
        for (IndicatorId indicator : indicators) {
            Instant first = firstDifference(stored.getOrDefault(indicator, List.of()), wanted(surprises, indicator));
            if (first != null) {
                changed.put(indicator, first);
            }
        }
        if (!changed.isEmpty()) {
            delete(changed);
            write(surprises, changed);
        }
    }

    private Map<IndicatorId, List<SurpriseRow>> stored(Collection<IndicatorId> indicators) {
        return jdbc.sql(STORED).param(ids(indicators)).query(SurpriseRow::read).list().stream()
                .collect(Collectors.groupingBy(row -> new IndicatorId(row.indicator())));
    }

    private static List<SurpriseRow> wanted(Surprises surprises, IndicatorId indicator) {
        return surprises.of(indicator).stream()
                .map(surprise -> SurpriseRow.of(surprises.facts(), surprise))
                .sorted(Comparator.comparing(SurpriseRow::releasedAt).thenComparing(SurpriseRow::release))
                .toList();
    }

    /// The release instant of the first row that differs, of two lists in ascending order; null where they are equal.
    private static @Nullable Instant firstDifference(List<SurpriseRow> stored, List<SurpriseRow> wanted) {
        int common = Math.min(stored.size(), wanted.size());
        for (int index = 0; index < common; index++) {
            if (!stored.get(index).equals(wanted.get(index))) {
                return earlier(stored.get(index).releasedAt(), wanted.get(index).releasedAt());
            }
        }
        List<SurpriseRow> longer = stored.size() > common ? stored : wanted;
        return longer.size() > common ? longer.get(common).releasedAt() : null;
    }

    private static Instant earlier(Instant instant, Instant other) {
        return instant.isBefore(other) ? instant : other;
    }

    private void delete(Map<IndicatorId, Instant> changed) {
        List<String> ids = new ArrayList<>();
        List<String> first = new ArrayList<>();
        changed.forEach((indicator, instant) -> {
            ids.add(indicator.value());
            first.add(instant.toString());
        });
        Object[] parameters = {ids.toArray(String[]::new), first.toArray(String[]::new)};
        jdbc.sql(DELETE_SURPRISES).params(parameters).update();
        jdbc.sql(DELETE_STATISTICS).params(parameters).update();
    }

    private static String[] ids(Collection<IndicatorId> indicators) {
        return indicators.stream().map(IndicatorId::value).toArray(String[]::new);
    }

    private void write(Surprises surprises, Map<IndicatorId, Instant> from) {
        copy.write(
                COPY_SURPRISES,
                from.entrySet().stream()
                        .flatMap(entry -> surprises.of(entry.getKey()).stream()
                                .filter(surprise ->
                                        !surprise.release().releasedAt().isBefore(entry.getValue())))
                        .map(surprise -> SurpriseRow.of(surprises.facts(), surprise)),
                SurpriseRow::write);
        copy.write(
                COPY_STATISTICS,
                from.entrySet().stream()
                        .flatMap(entry -> statistics(entry.getKey(), surprises.of(entry.getKey()), entry.getValue())),
                SurpriseTables::statistic);
    }

    private record Statistic(IndicatorId indicator, Instant asOf, int days, RollingStatistics values) {}

    private static Stream<Statistic> statistics(
            IndicatorId indicator, List<StandardisedSurprise> surprises, Instant from) {
        SurpriseSeries series = SurpriseSeries.of(surprises);
        return surprises.stream()
                .map(surprise -> surprise.release().releasedAt())
                .distinct()
                .filter(asOf -> !asOf.isBefore(from))
                .flatMap(asOf -> RollingStatistics.WINDOWS.stream()
                        .map(days -> new Statistic(indicator, asOf, days, series.statistics(asOf, days))));
    }

    private static void statistic(Statistic statistic, BulkCopy.Row row) {
        row.add(statistic.indicator())
                .add(statistic.asOf())
                .add(statistic.days())
                .add(statistic.values().count())
                .add(statistic.values().mean())
                .add(statistic.values().standardDeviation())
                .add(statistic.values().sharePositive())
                .add(statistic.values().weightedMean());
    }
}
