package org.macroedge.server.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.RealTimeWindow;
import org.macroedge.server.sources.series.VintageRows;

/// The answers of a source that gives dated vintages. They need no memory of looks: each says by itself what was
/// published when.
final class VintageAnswers implements ReleaseAnswers {

    private final VintageConnector connector;
    private final Map<FetchRequest, Question> asked = new LinkedHashMap<>();

    /// @param series those that the catalogue in force wants of the source
    /// @param windows the parts of the past that are asked for
    VintageAnswers(VintageConnector connector, SourceAccess access, List<Series> series, List<RealTimeWindow> windows) {
        this.connector = connector;
        List<String> keys = series.stream().map(Series::key).distinct().sorted().toList();
        for (RealTimeWindow window : windows) {
            for (SeriesConnector.Asked request : connector.requests(access, keys, window)) {
                List<Series> wanted = series.stream()
                        .filter(known -> request.keys().contains(known.key()))
                        .toList();
                asked.put(request.request(), new Question(wanted, window));
            }
        }
    }

    private record Question(List<Series> series, RealTimeWindow window) {}

    @Override
    public List<FetchRequest> requests() {
        return List.copyOf(asked.keySet());
    }

    @Override
    public List<FetchRequest> requests(Set<IndicatorId> indicators) {
        return requests().stream()
                .filter(request -> question(request).series().stream()
                        .anyMatch(known -> indicators.contains(known.indicator().id())))
                .toList();
    }

    private Question question(FetchRequest request) {
        return Objects.requireNonNull(asked.get(request), request.name());
    }

    @Override
    public List<String> keys(FetchRequest request) {
        return question(request).series().stream().map(Series::key).distinct().toList();
    }

    @Override
    public ReleaseAdapter read(FetchRequest request, Payload payload, boolean stores) {
        Question question = question(request);
        Series first = question.series().getFirst();
        return new VintageRows(
                connector.contract().id(),
                request.name(),
                question.series(),
                connector.read(payload, first.key(), first.indicator().frequency(), question.window()),
                payload.fetchedAt());
    }

    /// What was known on past days does not change.
    @Override
    public boolean isFinal(FetchRequest request, Instant fetchedAt) {
        return question(request).window().knownTo().isBefore(LocalDate.ofInstant(fetchedAt, ZoneOffset.UTC));
    }

    @Override
    public void unchanged(FetchRequest request, Instant askedAt) {
        // a vintage has its own day
    }
}
