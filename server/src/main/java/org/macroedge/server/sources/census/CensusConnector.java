package org.macroedge.server.sources.census;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;

/// Asks the Economic Indicators Time Series for each series.
final class CensusConnector implements SeriesConnector {

    static final String ID = "census";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of US retail sales, durable goods orders, housing and trade",
            URI.create("https://api.census.gov/data/timeseries/eits"),
            new FetchPolicy(20, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 4L << 20, false),
            "20 requests a minute; one series a request",
            Duration.ofMinutes(3),
            Variable.CENSUS_KEY,
            true,
            false);

    private static final int MONTHS = 25;

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today) {
        return keys.stream()
                .map(key -> new Asked(request(access, key, YearMonth.from(today).minusMonths(MONTHS)), List.of(key)))
                .toList();
    }

    private static FetchRequest request(SourceAccess access, String key, YearMonth first) {
        CensusKey series = CensusKey.of(key);
        FetchRequest request = FetchRequest.get(
                ID,
                key,
                URI.create(access.address() + "/" + series.program() + "?get=cell_value,error_data&for=us:*&time=from+"
                        + first + "&category_code=" + series.category() + "&data_type_code=" + series.dataType()
                        + "&seasonally_adj=" + series.adjusted()),
                "application/json");
        return access.key() == null ? request : request.withSecret("key", access.key());
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return CensusAnswer.read(payload, keys.getFirst());
    }
}
