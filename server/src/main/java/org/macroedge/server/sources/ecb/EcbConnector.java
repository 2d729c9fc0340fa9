package org.macroedge.server.sources.ecb;

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
import org.macroedge.server.sources.sdmx.SdmxCsv;
import org.macroedge.server.sources.series.Observation;

/// Asks the ECB Data Portal for each series as SDMX-CSV. A series is named by its dataset and its dimensions, with dots
/// between them.
final class EcbConnector implements SeriesConnector {

    static final String ID = "ecb";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of the euro area's money and main refinancing rate",
            URI.create("https://data-api.ecb.europa.eu/service/data"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "10 requests a minute; one series a request",
            Duration.ofMinutes(3),
            null,
            false,
            false);

    private static final int YEARS_BEFORE = 2;

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
                                URI.create(access.address() + "/" + key.replaceFirst("\\.", "/")
                                        + "?format=csvdata&startPeriod=" + (today.getYear() - YEARS_BEFORE)),
                                "text/csv"),
                        List.of(key)))
                .toList();
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return SdmxCsv.read(payload, keys);
    }
}
