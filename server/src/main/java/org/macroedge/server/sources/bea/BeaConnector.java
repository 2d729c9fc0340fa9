package org.macroedge.server.sources.bea;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;

/// Asks the bureau's service for tables of the national accounts, one table a request.
final class BeaConnector implements SeriesConnector {

    static final String ID = "bea";

    /// The service allows 100 requests a minute, and refuses for an hour who sends more.
    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of US output, income, spending and core PCE prices",
            URI.create("https://apps.bea.gov/api/data/"),
            new FetchPolicy(20, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 16L << 20, false),
            "20 requests a minute; one table a request",
            Duration.ofMinutes(3),
            Variable.BEA_KEY,
            true,
            false);

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today) {
        Map<String, List<String>> tables = keys.stream()
                .collect(Collectors.groupingBy(
                        key -> BeaKey.of(key).tableAndInterval(), TreeMap::new, Collectors.toList()));
        return tables.values().stream()
                .map(series -> new Asked(request(access, BeaKey.of(series.getFirst()), today), series))
                .toList();
    }

    private static FetchRequest request(SourceAccess access, BeaKey series, LocalDate today) {
        String years = IntStream.rangeClosed(Periods.firstYear(today), today.getYear())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        FetchRequest request = FetchRequest.get(
                ID,
                series.tableAndInterval(),
                URI.create(access.address() + "?method=GetData&DataSetName=NIPA&TableName=" + series.table()
                        + "&Frequency=" + series.interval() + "&Year=" + years + "&ResultFormat=json"),
                "application/json");
        return access.key() == null ? request : request.withSecret("UserID", access.key());
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return BeaAnswer.read(payload, keys);
    }
}
