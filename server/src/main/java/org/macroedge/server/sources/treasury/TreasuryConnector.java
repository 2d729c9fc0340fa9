package org.macroedge.server.sources.treasury;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.PriceConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;

/// Asks for the table of par yields of a calendar year. A symbol is a column without its blank, like `10Yr`.
final class TreasuryConnector implements PriceConnector {

    static final String ID = "treasury";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "daily par yields of US government bonds",
            URI.create("https://home.treasury.gov/resource-center/data-chart-center/interest-rates/"
                    + "daily-treasury-rates.csv"),
            new FetchPolicy(5, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 4L << 20, false),
            "5 requests a minute; one year a request",
            Duration.ofMinutes(20),
            null,
            false,
            false);

    /// A year begins with a holiday, and perhaps a weekend: until then, its table is empty.
    private static final int EMPTY_DAYS = 5;

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<PriceSeries> series, LocalDate today) {
        int last = today.minusDays(EMPTY_DAYS).getYear();
        return Stream.of(last - 1, last)
                .map(year -> new Asked(
                        FetchRequest.get(
                                ID,
                                String.valueOf(year),
                                URI.create(access.address() + "/" + year
                                        + "/all?type=daily_treasury_yield_curve&field_tdr_date_value=" + year
                                        + "&page&_format=csv"),
                                "text/csv"),
                        series))
                .toList();
    }

    @Override
    public List<FetchedPrices.Day> read(Payload payload, List<PriceSeries> series) {
        return TreasuryTable.read(payload, series);
    }
}
