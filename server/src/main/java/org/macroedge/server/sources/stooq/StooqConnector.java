package org.macroedge.server.sources.stooq;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

/// Asks for the table of each symbol by day.
final class StooqConnector implements PriceConnector {

    static final String ID = "stooq";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "daily prices of indices, currencies and metals",
            URI.create("https://stooq.com/q/d/l/"),
            new FetchPolicy(30, Duration.ofMinutes(5), FetchPolicy.USUAL_DEADLINE, 4L << 20, false),
            "30 requests in 5 minutes; one symbol a request",
            Duration.ofMinutes(55),
            Variable.STOOQ_KEY,
            true,
            false);

    private static final int YEARS = 2;

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<PriceSeries> series, LocalDate today) {
        return series.stream()
                .map(prices -> new Asked(request(access, prices.symbol(), today), List.of(prices)))
                .toList();
    }

    private static FetchRequest request(SourceAccess access, String symbol, LocalDate today) {
        FetchRequest request = FetchRequest.get(
                ID,
                symbol,
                URI.create(access.address() + "?s=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8) + "&i=d&d1="
                        + day(today.minusYears(YEARS)) + "&d2=" + day(today)),
                "text/csv");
        return access.key() == null ? request : request.withSecret("apikey", access.key());
    }

    private static String day(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Override
    public List<FetchedPrices.Day> read(Payload payload, List<PriceSeries> series) {
        return StooqTable.read(payload, series.getFirst());
    }
}
