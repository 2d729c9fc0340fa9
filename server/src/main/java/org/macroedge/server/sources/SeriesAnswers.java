package org.macroedge.server.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.verdicts.PeriodFigures;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.ActualRows;
import org.macroedge.server.sources.series.KnownFrom;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.ObservationStore;
import org.macroedge.server.sources.series.SeenActual;
import org.macroedge.server.sources.series.SeriesHistory;
import org.macroedge.server.sources.series.Vintage;

/// The answers of a source that gives series. What a look found is noted before its rows are stored, together
/// with what was decided about it; so a process that dies in between, or an undo, changes no instant.
final class SeriesAnswers implements ReleaseAnswers {

    private final SeriesConnector connector;
    private final List<Series> series;
    private final ObservationStore store;
    private final ReleaseReader facts;
    private final Map<FetchRequest, List<String>> asked = new HashMap<>();
    private final List<FetchRequest> requests = new ArrayList<>();
    private PeriodFigures figures = PeriodFigures.NONE;

    /// @param series those that the catalogue in force wants of the source
    SeriesAnswers(
            SeriesConnector connector,
            SourceAccess access,
            List<Series> series,
            LocalDate today,
            ObservationStore store,
            ReleaseReader facts) {
        this.connector = connector;
        this.series = series;
        this.store = store;
        this.facts = facts;
        List<String> keys = series.stream().map(Series::key).distinct().sorted().toList();
        for (SeriesConnector.Asked request :
                keys.isEmpty() ? List.<SeriesConnector.Asked>of() : connector.requests(access, keys, today)) {
            asked.put(request.request(), request.keys());
            requests.add(request.request());
        }
    }

    private String source() {
        return connector.contract().id();
    }

    @Override
    public List<String> keys(FetchRequest request) {
        return asked.getOrDefault(request, List.of());
    }

    @Override
    public List<FetchRequest> requests() {
        return requests;
    }

    @Override
    public List<FetchRequest> requests(Set<IndicatorId> indicators) {
        Set<String> keys = series.stream()
                .filter(known -> indicators.contains(known.indicator().id()))
                .map(Series::key)
                .collect(Collectors.toSet());
        return requests.stream()
                .filter(request -> keys(request).stream().anyMatch(keys::contains))
                .toList();
    }

    @Override
    public void unchanged(FetchRequest request, Instant askedAt) {
        store.looked(source(), keys(request), askedAt);
    }

    @Override
    public ReleaseAdapter read(FetchRequest request, Payload payload, boolean stores) {
        List<String> keys = keys(request);
        List<Series> wanted =
                series.stream().filter(known -> keys.contains(known.key())).toList();
        Map<String, List<Observation>> observations = connector.read(payload, keys).stream()
                .collect(Collectors.groupingBy(Observation::key, TreeMap::new, Collectors.toList()));
        wanted.forEach(known -> checkFrequency(known, observations.getOrDefault(known.key(), List.of())));
        Map<String, SeriesHistory> histories = store.histories(source(), keys);
        List<Vintage> fresh = new ArrayList<>();
        observations.forEach((key, found) -> {
            SeriesHistory history = histories.get(key);
            if (history != null) {
                fresh.addAll(history.look(found, payload.fetchedAt()));
            }
        });
        List<SeenActual> seen = decided(wanted, histories, fresh);
        if (stores) {
            store.found(source(), List.copyOf(observations.keySet()), payload.askedAt(), fresh, seen);
        }
        List<SeenActual> actuals = new ArrayList<>(store.actuals(source(), keys));
        if (!stores) {
            actuals.addAll(seen);
        }
        figures = GivenFigures.of(actuals, observations, histories);
        Set<String> missing = new HashSet<>(keys);
        missing.removeAll(observations.keySet());
        return new ActualRows(source(), request.name(), wanted, histories, actuals, missing);
    }

    @Override
    public PeriodFigures figures() {
        return figures;
    }

    private static void checkFrequency(Series known, List<Observation> found) {
        found.stream()
                .filter(observation ->
                        observation.frequency() != known.indicator().frequency())
                .findFirst()
                .ifPresent(other -> {
                    throw SourceFault.notUnderstood(
                            known.key() + " is " + other.frequency().code() + ", and "
                                    + known.indicator().id() + " is not");
                });
    }

    /// The actuals among what is new.
    private List<SeenActual> decided(List<Series> wanted, Map<String, SeriesHistory> histories, List<Vintage> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        Map<String, List<Schedule>> schedules =
                facts
                        .factsOf(wanted.stream()
                                .map(known -> known.indicator().id().value())
                                .toList())
                        .schedules()
                        .stream()
                        .collect(Collectors.groupingBy(
                                schedule -> schedule.release().indicator().value()));
        List<SeenActual> seen = new ArrayList<>();
        for (Series known : wanted) {
            SeriesHistory history = histories.get(known.key());
            List<Vintage> first = fresh.stream()
                    .filter(vintage -> vintage.key().equals(known.key()))
                    .filter(vintage -> history != null && history.isFirst(vintage))
                    .toList();
            String id = known.indicator().id().value();
            for (Vintage vintage : first) {
                List<Instant> due = DueInstants.of(schedules.getOrDefault(id, List.of()), vintage.seenAt());
                KnownFrom.of(known, vintage, Objects.requireNonNull(history), first.size() == 1, due)
                        .ifPresent(from ->
                                seen.add(new SeenActual(id, vintage.period(), known.key(), vintage.seenAt(), from)));
            }
        }
        return seen;
    }
}
