package org.macroedge.server.sources.eurostat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;

/// Asks the statistics service of Eurostat for each series as JSON-stat. Every dimension is named, so that an answer
/// can be checked against what was asked.
final class EurostatConnector implements SeriesConnector {

    static final String ID = "eurostat";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of the euro area's prices, output, sales, unemployment and trade",
            URI.create("https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data"),
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
                .map(SeriesKey::of)
                .map(key -> new Asked(
                        FetchRequest.get(
                                ID,
                                key.text(),
                                URI.create(access.address() + "/" + key.dataset() + "?format=JSON&lang=EN&"
                                        + key.query() + "&sinceTimePeriod=" + since(key, today)),
                                "application/json"),
                        List.of(key.text())))
                .toList();
    }

    private static String since(SeriesKey key, LocalDate today) {
        return Periods.firstYear(today) + (key.frequency() == Frequency.QUARTERLY ? "-Q1" : "-01");
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return EurostatAnswer.read(payload, SeriesKey.of(keys.getFirst()));
    }
}
