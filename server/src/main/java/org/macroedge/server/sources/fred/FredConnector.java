package org.macroedge.server.sources.fred;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector.Asked;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.VintageConnector;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.RealTimeHistory;
import org.macroedge.server.sources.series.RealTimeWindow;

/// Asks FRED for all vintages of each series in a real-time period, in one request each. It is off until its user has a
/// key of their own and has accepted its terms.
final class FredConnector implements VintageConnector {

    static final String ID = "fred";

    static final int EVERY_VINTAGE = 1;
    private static final int MOST_YEARS = 5;

    static final SourceContract.Terms TERMS = new SourceContract.Terms(
            Variable.FRED_TERMS, URI.create("https://fred.stlouisfed.org/docs/api/terms_of_use.html"));

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "US actuals and their history as first published, by the date of each vintage",
            URI.create("https://api.stlouisfed.org/fred/series/observations"),
            new FetchPolicy(3, Duration.ofSeconds(2), FetchPolicy.USUAL_DEADLINE, 16L << 20, false),
            "3 requests in 2 seconds, and with fred-dates 2 a second; one series a request",
            Duration.ofMinutes(10),
            Variable.FRED_KEY,
            true,
            false,
            TERMS);

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    /// The service takes at most 2,000 vintage dates in one answer, and a series has at most one a day.
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
        FetchRequest request = FetchRequest.get(
                ID,
                window.named(key),
                URI.create(access.address() + "?series_id=" + key + "&file_type=json&" + query(window)),
                "application/json");
        return access.key() == null ? request : request.withSecret("api_key", access.key());
    }

    private static String query(RealTimeWindow window) {
        return "observation_start=" + window.observationsFrom() + "&realtime_start=" + window.knownFrom()
                + "&realtime_end=" + window.knownTo() + "&output_type=" + EVERY_VINTAGE;
    }

    @Override
    public RealTimeHistory read(Payload payload, String key, Frequency frequency, RealTimeWindow window) {
        return FredAnswer.read(payload, key, frequency, window, EVERY_VINTAGE);
    }
}
