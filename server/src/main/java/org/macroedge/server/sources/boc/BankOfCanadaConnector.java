package org.macroedge.server.sources.boc;

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

/// Asks the Valet interface for all series at once.
final class BankOfCanadaConnector implements SeriesConnector {

    static final String ID = "boc";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of the overnight rate",
            URI.create("https://www.bankofcanada.ca/valet/observations"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "10 requests a minute; all series in one request",
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
        URI address = URI.create(
                access.address() + "/" + String.join(",", keys) + "/json?start_date=" + today.minusDays(DAYS));
        return List.of(new Asked(FetchRequest.get(ID, "series", address, "application/json"), keys));
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return BankOfCanadaAnswer.read(payload, keys);
    }
}
