package org.macroedge.server.sources;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowResult;

/// Passes on what a source says anew. A feed that is fetched every hour repeats itself, and each capture would be a
/// fact of its own: a row without an actual is left out if its schedule and its forecast are the last that the source
/// gave by then. Rows of one indicator and one instant are as many releases. They are left out together, and only where
/// each of them repeats a release of its own.
///
/// What the source said is read from the facts, so that a row comes again after an undo.
final class ChangedRows implements ReleaseAdapter {

    private final ReleaseAdapter adapter;
    private final ReleaseReader facts;
    private long left;

    ChangedRows(ReleaseAdapter adapter, ReleaseReader facts) {
        this.adapter = adapter;
        this.facts = facts;
    }

    /// How many rows were left out.
    long left() {
        return left;
    }

    @Override
    public String source() {
        return adapter.source();
    }

    @Override
    public AdapterReport deliver(RowConsumer rows) {
        List<RowResult> results = new ArrayList<>();
        List<String> names = new ArrayList<>();
        AdapterReport report = adapter.deliver(new RowConsumer() {
            @Override
            public void startFile(String name) {
                names.add(name);
            }

            @Override
            public void accept(RowResult result) {
                results.add(result);
            }
        });
        names.forEach(rows::startFile);
        Set<Due> repeated = repeated(results);
        for (RowResult result : results) {
            if (result instanceof RowResult.Mapped mapped && repeated.contains(Due.of(mapped.release()))) {
                left++;
            } else {
                rows.accept(result);
            }
        }
        return report;
    }

    /// The instants at which every row of an indicator is a repetition.
    private Set<Due> repeated(List<RowResult> results) {
        Map<Due, List<ReportedRelease>> rows = results.stream()
                .filter(RowResult.Mapped.class::isInstance)
                .map(result -> ((RowResult.Mapped) result).release())
                .collect(Collectors.groupingBy(Due::of));
        List<String> indicators = rows.keySet().stream()
                .map(due -> due.indicator().value())
                .distinct()
                .sorted()
                .toList();
        Said said = new Said(facts.factsOf(indicators), source());
        return rows.entrySet().stream()
                .filter(entry -> said.repeats(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private record Due(IndicatorId indicator, Instant instant) {

        static Due of(ReportedRelease row) {
            return new Due(row.indicator().id(), row.instant());
        }
    }

    /// The schedules and forecasts of one source.
    private static final class Said {

        private static final Comparator<Forecast> LATEST =
                Comparator.comparing(Forecast::capturedAt, Comparator.nullsFirst(Comparator.naturalOrder()));

        private final Map<Due, List<Schedule>> schedules = new HashMap<>();
        private final Map<ReleaseId, List<Forecast>> forecasts = new HashMap<>();

        Said(StoredFacts facts, String source) {
            Map<ReleaseId, Schedule> last = new HashMap<>();
            facts.schedules().stream()
                    .filter(schedule -> schedule.source().equals(source))
                    .forEach(schedule -> last.merge(schedule.release(), schedule, Said::later));
            last.values()
                    .forEach(schedule -> schedules
                            .computeIfAbsent(
                                    new Due(schedule.release().indicator(), schedule.scheduledAt()),
                                    due -> new ArrayList<>())
                            .add(schedule));
            facts.forecasts().stream()
                    .filter(forecast -> forecast.source().equals(source))
                    .forEach(forecast -> forecasts
                            .computeIfAbsent(forecast.release(), release -> new ArrayList<>())
                            .add(forecast));
        }

        private static Schedule later(Schedule schedule, Schedule other) {
            return captured(other).isAfter(captured(schedule)) ? other : schedule;
        }

        private static Instant captured(Schedule schedule) {
            return schedule.capturedAt() == null ? Instant.MIN : schedule.capturedAt();
        }

        /// Whether each row repeats another release: those that say most choose first.
        boolean repeats(Due due, List<ReportedRelease> rows) {
            List<Schedule> open = new ArrayList<>(schedules.getOrDefault(due, List.of()));
            return rows.stream()
                    .sorted(Comparator.comparingInt(row -> -row.forecasts().size()))
                    .allMatch(row -> open.stream()
                            .filter(schedule -> repeats(schedule, row))
                            .findFirst()
                            .map(open::remove)
                            .orElse(false));
        }

        private boolean repeats(Schedule schedule, ReportedRelease row) {
            Instant captured = row.scheduleCapturedAt();
            return row.actual() == null
                    && captured != null
                    && !captured(schedule).isAfter(captured)
                    && row.forecasts().stream().allMatch(forecast -> repeats(schedule, forecast, captured));
        }

        private boolean repeats(Schedule schedule, ReportedForecast forecast, Instant captured) {
            return forecasts.getOrDefault(schedule.release(), List.of()).stream()
                    .filter(known -> known.kind() == forecast.kind())
                    .filter(known ->
                            known.capturedAt() == null || !known.capturedAt().isAfter(captured))
                    .max(LATEST)
                    .filter(known -> equal(known.value(), forecast.value()))
                    .isPresent();
        }

        private static boolean equal(@Nullable BigDecimal known, BigDecimal value) {
            return known != null && known.compareTo(value) == 0;
        }
    }
}
