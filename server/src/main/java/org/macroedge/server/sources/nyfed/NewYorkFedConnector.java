package org.macroedge.server.sources.nyfed;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;

/// Asks for each reference rate by its path. A series is a field of a rate, like `unsecured/effr/targetRateTo`.
final class NewYorkFedConnector implements SeriesConnector {

    static final String ID = "nyfed";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of the federal funds rate",
            URI.create("https://markets.newyorkfed.org/api/rates"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "10 requests a minute; one rate a request",
            Duration.ofMinutes(3),
            null,
            false,
            false);

    /// Before today; some decisions, and the rate before each.
    private static final int DAYS = 120;

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today) {
        return keys.stream()
                .map(key -> new Asked(
                        FetchRequest.get(
                                ID,
                                key,
                                URI.create(access.address() + "/" + NewYorkFedAnswer.rate(key)
                                        + "/search.json?startDate=" + today.minusDays(DAYS) + "&endDate=" + today),
                                "application/json"),
                        List.of(key)))
                .toList();
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return NewYorkFedAnswer.read(payload, keys);
    }
}
