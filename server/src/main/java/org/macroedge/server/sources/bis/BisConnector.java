package org.macroedge.server.sources.bis;

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

/// Asks the bank's data portal for each series as SDMX-CSV. A series is named by its dataflow, its frequency and its
/// area, with dots between them. Days without trading come with no figure.
final class BisConnector implements SeriesConnector {

    static final String ID = "bis";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of policy rates whose own bank gives no series",
            URI.create("https://stats.bis.org/api/v2/data/dataflow/BIS"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "10 requests a minute; one series a request",
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
                                URI.create(access.address() + "/" + key.replaceFirst("\\.", "/1.0/")
                                        + "?format=csv&startPeriod=" + today.minusDays(DAYS)),
                                "text/csv"),
                        List.of(key)))
                .toList();
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return SdmxCsv.read(payload, keys);
    }
}
