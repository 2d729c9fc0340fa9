package org.macroedge.server.sources.ecb;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector.Asked;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.VintageConnector;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.RealTimeHistory;
import org.macroedge.server.sources.series.RealTimeWindow;

/// Asks the ECB Data Portal for all versions of each series, in one request each. The portal cannot be asked for a part
/// of its past: it gives all versions of the observations from a date on.
final class EcbHistoryConnector implements VintageConnector {

    static final String ID = "ecb-history";

    /// So that an answer stays small; the portal names no limit.
    private static final int MOST_YEARS = 10;

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "the history of the euro area's money as first published, by the instant of each version",
            URI.create("https://data-api.ecb.europa.eu/service/data"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 16L << 20, false),
            "10 requests a minute; one series a request",
            Duration.ofHours(1),
            null,
            false,
            false);

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public int mostYears() {
        return MOST_YEARS;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<String> keys, RealTimeWindow window) {
        return keys.stream()
                .map(key -> new Asked(request(access, key, window), List.of(key)))
                .toList();
    }

    private static FetchRequest request(SourceAccess access, String key, RealTimeWindow window) {
        int dot = key.indexOf('.');
        return FetchRequest.get(
                ID,
                window.named(key),
                URI.create(access.address() + "/" + key.substring(0, dot) + "/" + key.substring(dot + 1)
                        + "?format=csvdata&includeHistory=true&startPeriod=" + window.observationsFrom()),
                "text/csv");
    }

    @Override
    public RealTimeHistory read(Payload payload, String key, Frequency frequency, RealTimeWindow window) {
        return EcbHistoryAnswer.read(payload, key, frequency, window);
    }
}
