package org.macroedge.server.sources.yahoo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.PriceConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;

/// Asks for the chart of each symbol by day.
final class YahooConnector implements PriceConnector {

    static final String ID = "yahoo";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "daily prices of indices, currencies, commodities and bonds",
            URI.create("https://query2.finance.yahoo.com/v8/finance/chart"),
            new FetchPolicy(30, Duration.ofMinutes(5), FetchPolicy.USUAL_DEADLINE, 4L << 20, false),
            "30 requests in 5 minutes; one symbol a request",
            Duration.ofMinutes(55),
            null,
            false,
            false,
            new SourceContract.Terms(
                    Variable.YAHOO_TERMS, URI.create("https://legal.yahoo.com/us/en/yahoo/terms/otos/index.html")));

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<PriceSeries> series, LocalDate today) {
        return series.stream()
                .map(prices -> new Asked(
                        FetchRequest.get(
                                ID,
                                prices.symbol(),
                                URI.create(access.address() + "/"
                                        + URLEncoder.encode(prices.symbol(), StandardCharsets.UTF_8)
                                        + "?range=2y&interval=1d&includePrePost=false"),
                                "application/json"),
                        List.of(prices)))
                .toList();
    }

    @Override
    public List<FetchedPrices.Day> read(Payload payload, List<PriceSeries> series) {
        return YahooChart.read(payload, series.getFirst());
    }
}
