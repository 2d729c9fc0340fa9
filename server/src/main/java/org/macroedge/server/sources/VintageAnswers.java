package org.macroedge.server.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.VintageRows;

/// The answers of a source that gives dated vintages. They need no memory of looks: each says by itself what was
/// published when.
final class VintageAnswers implements Answers {

    private final VintageConnector connector;
    private final Map<FetchRequest, List<Series>> asked = new HashMap<>();
    private final List<FetchRequest> requests;

    /// @param series those that the catalogue in force wants of the source
    VintageAnswers(VintageConnector connector, SourceAccess access, List<Series> series, LocalDate today) {
        this.connector = connector;
        List<String> keys = series.stream().map(Series::key).distinct().sorted().toList();
        List<SeriesConnector.Asked> wanted = connector.requests(access, keys, today);
        this.requests = wanted.stream().map(SeriesConnector.Asked::request).toList();
        wanted.forEach(request -> asked.put(
                request.request(),
                series.stream()
                        .filter(known -> request.keys().contains(known.key()))
                        .toList()));
    }

    @Override
    public List<FetchRequest> requests() {
        return requests;
    }

    @Override
    public List<FetchRequest> requests(Set<IndicatorId> indicators) {
        return requests.stream()
                .filter(request -> asked.getOrDefault(request, List.of()).stream()
                        .anyMatch(known -> indicators.contains(known.indicator().id())))
                .toList();
    }

    @Override
    public ReleaseAdapter read(FetchRequest request, Payload payload, boolean stores) {
        List<Series> series = asked.getOrDefault(request, List.of());
        Series first = series.getFirst();
        return new VintageRows(
                connector.contract().id(),
                request.name(),
                series,
                connector.read(payload, first.key(), first.indicator().frequency()),
                payload.fetchedAt());
    }

    @Override
    public void unchanged(FetchRequest request, Instant seenAt) {
        // a vintage has its own day
    }

    @Override
    public long left() {
        return 0;
    }
}
