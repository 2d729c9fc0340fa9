package org.macroedge.server.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.sources.RequestFaults.RequestFault;
import org.macroedge.server.sources.SourceStore.Answered;
import org.macroedge.server.sources.series.ObservationStore;
import org.macroedge.server.sources.series.RealTimeWindow;
import org.macroedge.server.sources.view.SeriesItem;
import org.macroedge.server.sources.view.SeriesList;

/// How the official series of the sources stand: how far the figures of each reach, and whether its answers are used.
public final class SeriesViews {

    private final Ingestion ingestion;
    private final SourceAnswers answers;
    private final SourceStore store;
    private final RequestFaults faults;
    private final ObservationStore observations;
    private final ReleaseReader facts;
    private final CatalogueInForce catalogue;

    SeriesViews(
            Ingestion ingestion,
            SourceAnswers answers,
            SourceStore store,
            RequestFaults faults,
            ObservationStore observations,
            ReleaseReader facts,
            CatalogueInForce catalogue) {
        this.ingestion = ingestion;
        this.answers = answers;
        this.store = store;
        this.faults = faults;
        this.observations = observations;
        this.facts = facts;
        this.catalogue = catalogue;
    }

    /// The newest figure of a series.
    private record Newest(LocalDate period, Instant knownAt) {}

    /// When the requests for a series were answered last, and why not.
    private record Asked(
            @Nullable Instant answeredAt, @Nullable RequestFault fault) {

        static final Asked NEVER = new Asked(null, null);

        Asked and(Asked other) {
            return new Asked(latest(answeredAt, other.answeredAt), fault == null ? other.fault : fault);
        }

        private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
            return one == null || other != null && other.isAfter(one) ? other : one;
        }
    }

    /// The series that the catalogue in force wants of a source, or of every source.
    ///
    /// @param source null for all
    /// @throws MacroEdgeException with `unknown-source`
    public SeriesList list(@Nullable String source) {
        return new SeriesList(ingestion.chosen(source).flatMap(this::items).toList());
    }

    private Stream<SeriesItem> items(SourceConnector connector) {
        String id = connector.contract().id();
        List<Series> series = catalogue.current().series(id);
        if (series.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Newest> newest = connector instanceof VintageConnector ? published(id, series) : seen(id);
        Map<String, Asked> asked = asked(connector);
        return series.stream()
                .sorted(Comparator.comparing(known -> known.indicator().id()))
                .map(known -> item(known, newest.get(known.key()), asked.getOrDefault(known.key(), Asked.NEVER)));
    }

    private Map<String, Newest> seen(String source) {
        Map<String, Newest> newest = new HashMap<>();
        observations
                .newest(source)
                .forEach((key, vintage) -> newest.put(key, new Newest(vintage.period(), vintage.seenAt())));
        return newest;
    }

    private Map<String, Newest> published(String source, List<Series> series) {
        Map<String, String> keys = new HashMap<>();
        series.forEach(known -> keys.put(known.indicator().id().value(), known.key()));
        Map<String, Newest> newest = new HashMap<>();
        facts.factsOf(List.copyOf(keys.keySet())).prints().stream()
                .filter(print -> print.source().equals(source) && print.period() != null)
                .sorted(Comparator.comparing((Print print) -> Objects.requireNonNull(print.period()))
                        .thenComparing(Print::instant))
                .forEach(print -> newest.put(
                        String.valueOf(keys.get(print.release().indicator().value())),
                        new Newest(Objects.requireNonNull(print.period()), print.instant())));
        return newest;
    }

    /// By the key of the series.
    private Map<String, Asked> asked(SourceConnector connector) {
        String id = connector.contract().id();
        Map<String, Answered> answered = store.answered(id);
        List<RequestFault> failed = faults.of(id);
        Answers asked = answers.of(connector);
        Map<String, Asked> byKey = new HashMap<>();
        asked.requests().forEach(request -> {
            Answered answer = answered.get(request.name());
            Asked one = new Asked(answer == null ? null : answer.fetchedAt(), latest(failed, request.name()));
            asked.keys(request).forEach(key -> byKey.merge(key, one, Asked::and));
        });
        return byKey;
    }

    /// Of a request, or of one for a part of its past (see [RealTimeWindow#named]).
    private static @Nullable RequestFault latest(List<RequestFault> faults, String request) {
        return faults.stream()
                .filter(fault ->
                        fault.request().equals(request) || fault.request().startsWith(request + " "))
                .max(Comparator.comparing(RequestFault::faultedAt))
                .orElse(null);
    }

    private static SeriesItem item(Series series, @Nullable Newest newest, Asked asked) {
        RequestFault fault = asked.fault();
        return new SeriesItem(
                series.source(),
                series.indicator().id().value(),
                series.key(),
                series.page().toString(),
                newest == null ? null : newest.period(),
                newest == null ? null : newest.knownAt(),
                asked.answeredAt(),
                fault == null ? null : fault.code(),
                fault == null ? null : fault.text(),
                fault == null ? null : fault.faultedAt());
    }
}
