package org.macroedge.server.sources.bls;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.json.JsonMapper;

/// Asks the Public Data API, version 2, for all series at once, with or without a registration key.
final class BlsConnector implements SeriesConnector {

    static final String ID = "bls";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of US employment, wages and prices",
            URI.create("https://api.bls.gov/publicAPI/v2/timeseries/data/"),
            new FetchPolicy(25, Duration.ofDays(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "25 requests a day; without a key 25 series a request, with one 50",
            Duration.ofMinutes(3),
            Variable.BLS_KEY,
            false,
            false);

    private static final int SERIES_WITHOUT_KEY = 25;
    private static final int SERIES_WITH_KEY = 50;

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today) {
        int most = access.key() == null ? SERIES_WITHOUT_KEY : SERIES_WITH_KEY;
        List<Asked> requests = new ArrayList<>();
        for (List<String> some : SeriesConnector.groups(keys, most)) {
            String name = "series " + (requests.size() + 1);
            requests.add(new Asked(
                    new FetchRequest(
                            ID, name, access.address(), "application/json", body(access, some, today), Map.of()),
                    some));
        }
        return requests;
    }

    private static String body(SourceAccess access, List<String> keys, LocalDate today) {
        Map<String, Object> body = new TreeMap<>();
        body.put("seriesid", keys);
        body.put("startyear", String.valueOf(Periods.firstYear(today)));
        body.put("endyear", String.valueOf(today.getYear()));
        if (access.key() != null) {
            body.put("registrationkey", access.key());
        }
        return JsonMapper.shared().writeValueAsString(body);
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return BlsAnswer.read(payload, keys);
    }
}
