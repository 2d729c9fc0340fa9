package org.macroedge.server.sources.census;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;

/// Asks for the download file of each program, which needs no key and has all series of the program since they began.
/// They are the series of the bureau's data interface, named in the same way, but for the programs' own names.
final class CensusFilesConnector implements SeriesConnector {

    static final String ID = "census-files";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of US retail sales, durable goods orders, housing and trade, without a key",
            URI.create("https://www.census.gov/econ_getzippedfile/"),
            new FetchPolicy(6, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 16L << 20, false),
            "6 requests a minute; one program a request",
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
        Map<String, List<String>> programs = keys.stream()
                .collect(Collectors.groupingBy(key -> CensusKey.of(key).program(), TreeMap::new, Collectors.toList()));
        return programs.entrySet().stream()
                .map(program -> new Asked(
                        FetchRequest.get(
                                ID,
                                program.getKey(),
                                URI.create(access.address() + "?programCode=" + program.getKey()),
                                "application/zip, application/octet-stream"),
                        program.getValue()))
                .toList();
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return CensusFile.read(payload, keys);
    }
}
