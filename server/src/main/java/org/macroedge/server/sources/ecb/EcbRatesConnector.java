package org.macroedge.server.sources.ecb;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.PriceConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.sdmx.SdmxCsv;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;

/// Asks the ECB Data Portal for reference rates by day. A symbol is the key of a series of dataset EXR.
final class EcbRatesConnector implements PriceConnector {

    static final String ID = "ecb-rates";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "daily reference rates of the euro",
            URI.create("https://data-api.ecb.europa.eu/service/data/EXR"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "10 requests a minute; one rate a request",
            Duration.ofMinutes(20),
            null,
            false,
            false);

    private static final String DATASET = "EXR.";

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<PriceSeries> series, LocalDate today) {
        return series.stream()
                .map(rate -> new Asked(
                        FetchRequest.get(
                                ID,
                                rate.symbol(),
                                URI.create(access.address() + "/" + rate.symbol() + "?format=csvdata&startPeriod="
                                        + Periods.firstYear(today) + "-01-01"),
                                "text/csv"),
                        List.of(rate)))
                .toList();
    }

    @Override
    public List<FetchedPrices.Day> read(Payload payload, List<PriceSeries> series) {
        List<FetchedPrices.Day> days = new ArrayList<>();
        List<String> keys = series.stream().map(EcbRatesConnector::key).toList();
        for (Observation rate : SdmxCsv.read(payload, keys)) {
            series.stream().filter(known -> key(known).equals(rate.key())).forEach(known -> days.add(day(known, rate)));
        }
        return days;
    }

    private static String key(PriceSeries series) {
        return DATASET + series.symbol();
    }

    private static FetchedPrices.Day day(PriceSeries series, Observation rate) {
        if (rate.frequency() != Frequency.IRREGULAR) {
            throw SourceFault.notUnderstood(rate.key() + " is not daily");
        }
        return new FetchedPrices.Day(series, rate.period(), new Bar(null, null, null, rate.value()));
    }
}
