package org.macroedge.server.sources.statcan;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;

/// Asks the Web Data Service for the latest periods of all vectors at once.
final class StatCanConnector implements SeriesConnector {

    static final String ID = "statcan";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of Canadian employment, output, prices and trade",
            URI.create("https://www150.statcan.gc.ca/t1/wds/rest/getDataFromVectorsAndLatestNPeriods"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "10 requests a minute",
            Duration.ofMinutes(3),
            null,
            false,
            false);

    private static final int VECTORS = 100;

    /// Two years and a month, for a change over a year.
    private static final int PERIODS = 25;

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today) {
        List<Asked> requests = new ArrayList<>();
        for (List<String> some : SeriesConnector.groups(keys, VECTORS)) {
            String body = some.stream()
                    .map(key -> "{\"vectorId\":" + key + ",\"latestN\":" + PERIODS + "}")
                    .collect(Collectors.joining(",", "[", "]"));
            requests.add(new Asked(
                    new FetchRequest(
                            ID,
                            "vectors " + (requests.size() + 1),
                            access.address(),
                            "application/json",
                            body,
                            Map.of()),
                    some));
        }
        return requests;
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return StatCanAnswer.read(payload, keys);
    }
}
