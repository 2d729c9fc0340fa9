package org.macroedge.server.sources.ons;

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

/// Asks the office's website for the data of each series page; it gives one series a request.
final class OnsConnector implements SeriesConnector {

    static final String ID = "ons";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of UK prices, pay, output, sales, claimants and the current account",
            URI.create("https://www.ons.gov.uk"),
            new FetchPolicy(20, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "20 requests a minute; one series a request",
            Duration.ofMinutes(3),
            null,
            false,
            false);

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
                                key.substring(key.lastIndexOf("timeseries/") + "timeseries/".length()),
                                URI.create(access.address() + "/" + key + "/data"),
                                "application/json"),
                        List.of(key)))
                .toList();
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return OnsAnswer.read(payload, keys.getFirst());
    }
}
