package org.macroedge.server.sources;

import java.time.LocalDate;
import java.util.List;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.sources.fetch.FetchRequest;

/// A source that gives daily closes. Which series the product wants of it, under which symbols, is in
/// `prices.yaml`.
public non-sealed interface PriceConnector extends SourceConnector {

    /// What to ask for, in as few requests as the source allows. Pure.
    ///
    /// @param series those that the catalogue declares of the source
    /// @param today as the source's clock has it, or nearly so
    /// @return each with a name of its own, and the series that it asks for
    List<Asked> requests(SourceAccess access, List<PriceSeries> series, LocalDate today);

    /// Reads an answer. Pure. A session that has not ended when the answer was there is left out.
    ///
    /// @param series those that were asked for
    /// @return the days of each series, as the source quotes it
    /// @throws SourceFault where the answer is not what the source documents, or has no closes at all
    List<FetchedPrices.Day> read(Payload payload, List<PriceSeries> series);

    /// A request and the series that it asks for.
    record Asked(FetchRequest request, List<PriceSeries> series) {

        public Asked {
            series = List.copyOf(series);
        }
    }
}
