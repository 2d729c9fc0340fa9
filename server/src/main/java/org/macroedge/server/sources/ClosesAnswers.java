package org.macroedge.server.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.sources.fetch.FetchRequest;

/// The answers of a source that gives daily closes.
final class ClosesAnswers implements Answers {

    private final PriceConnector connector;
    private final Map<FetchRequest, List<PriceSeries>> asked = new LinkedHashMap<>();

    /// @param series those that the catalogue in force declares of the source
    ClosesAnswers(PriceConnector connector, SourceAccess access, List<PriceSeries> series, LocalDate today) {
        this.connector = connector;
        if (!series.isEmpty()) {
            connector
                    .requests(access, series, today)
                    .forEach(request -> asked.put(request.request(), request.series()));
        }
    }

    @Override
    public List<FetchRequest> requests() {
        return List.copyOf(asked.keySet());
    }

    /// Prices are no indicator's.
    @Override
    public List<FetchRequest> requests(Set<IndicatorId> indicators) {
        return List.of();
    }

    @Override
    public void unchanged(FetchRequest request, Instant askedAt) {
        // a close that is there counts from its own instant, whoever looks
    }

    FetchedPrices read(FetchRequest request, Payload payload, boolean stores) {
        List<PriceSeries> series = Objects.requireNonNull(asked.get(request), request.name());
        return new FetchedPrices(connector.contract().id(), request.name(), connector.read(payload, series), !stores);
    }
}
