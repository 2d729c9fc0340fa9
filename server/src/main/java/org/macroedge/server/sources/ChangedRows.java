package org.macroedge.server.sources;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowResult;

/// Passes on what a source says anew. A feed that is fetched every hour repeats itself, and each capture would
/// be a fact of its own: a row is left out if its figures are those of the source's print, or where it has none
/// its schedule is the last that the source gave, and if its forecast is the last that the source gave by then.
/// Rows of one indicator and one instant are as many releases. They are left out together, and only where each
/// of them repeats a release of its own.
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
    public boolean readsTheStore() {
        return true;
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

        private static final Comparator<ReleaseId> IDS = Comparator.comparing(ReleaseId::value);
        private static final Comparator<Forecast> LATEST =
                Comparator.comparing(Forecast::capturedAt, Comparator.nullsFirst(Comparator.naturalOrder()));

        private final Map<Due, Set<ReleaseId>> releases = new HashMap<>();
        private final Map<ReleaseId, Schedule> schedules = new HashMap<>();
        private final Map<ReleaseId, Print> prints = new HashMap<>();
        private final Map<ReleaseId, List<Forecast>> forecasts = new HashMap<>();

        Said(StoredFacts facts, String source) {
            facts.schedules().stream()
                    .filter(schedule -> schedule.source().equals(source))
                    .forEach(schedule -> schedules.merge(schedule.release(), schedule, Said::later));
            facts.prints().stream()
                    .filter(print -> print.source().equals(source))
                    .forEach(print -> prints.put(print.release(), print));
            facts.forecasts().stream()
                    .filter(forecast -> forecast.source().equals(source))
                    .forEach(forecast -> forecasts
                            .computeIfAbsent(forecast.release(), release -> new ArrayList<>())
                            .add(forecast));
            schedules.values().forEach(schedule -> place(schedule.release(), schedule.scheduledAt()));
            prints.values().forEach(print -> place(print.release(), print.knownAt()));
        }

        private void place(ReleaseId release, Instant instant) {
            releases.computeIfAbsent(new Due(release.indicator(), instant), due -> new TreeSet<>(IDS))
                    .add(release);
        }

        private static Schedule later(Schedule schedule, Schedule other) {
            return captured(other).isAfter(captured(schedule)) ? other : schedule;
        }

        private static Instant captured(Schedule schedule) {
            return schedule.capturedAt() == null ? Instant.MIN : schedule.capturedAt();
        }

        /// Whether each row repeats another release: those that say most choose first.
        boolean repeats(Due due, List<ReportedRelease> rows) {
            List<ReleaseId> open = new ArrayList<>(releases.getOrDefault(due, Set.of()));
            return rows.stream()
                    .sorted(Comparator.comparingInt(row -> -row.forecasts().size()))
                    .allMatch(row -> open.stream()
                            .filter(release -> repeats(release, row))
                            .findFirst()
                            .map(open::remove)
                            .orElse(false));
        }

        private boolean repeats(ReleaseId release, ReportedRelease row) {
            Instant captured = row.scheduleCapturedAt();
            return captured != null
                    && (row.actual() == null ? isScheduled(release, captured) : isPrinted(release, row))
                    && row.forecasts().stream().allMatch(forecast -> repeats(release, forecast, captured));
        }

        private boolean isScheduled(ReleaseId release, Instant captured) {
            Schedule schedule = schedules.get(release);
            return schedule != null && !captured(schedule).isAfter(captured);
        }

        private boolean isPrinted(ReleaseId release, ReportedRelease row) {
            Print print = prints.get(release);
            return print != null && equal(print.actual(), row.actual()) && equal(print.previous(), row.previous());
        }

        private boolean repeats(ReleaseId release, ReportedForecast forecast, Instant captured) {
            return forecasts.getOrDefault(release, List.of()).stream()
                    .filter(known -> known.kind() == forecast.kind())
                    .filter(known ->
                            known.capturedAt() == null || !known.capturedAt().isAfter(captured))
                    .max(LATEST)
                    .filter(known -> equal(known.value(), forecast.value()))
                    .isPresent();
        }

        private static boolean equal(@Nullable BigDecimal known, @Nullable BigDecimal value) {
            return known == null || value == null ? known == null && value == null : known.compareTo(value) == 0;
        }
    }
}
