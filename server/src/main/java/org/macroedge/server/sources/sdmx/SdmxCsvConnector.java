package org.macroedge.server.sources.sdmx;

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

/// A source without a key that gives each series as SDMX-CSV, by one request each. A series is named by its dataset and
/// its dimensions, with dots between them.
///
/// @param path what follows the address of the source
public record SdmxCsvConnector(SourceContract contract, Path path) implements SeriesConnector {

    /// Where a series is, behind the address of its source.
    @FunctionalInterface
    public interface Path {

        /// @param dataset of the series
        /// @param dimensions with dots between them
        /// @param today as the publisher's clock has it, or nearly so
        String of(String dataset, String dimensions, LocalDate today);
    }

    /// @param gives in words of a reader
    public static SdmxCsvConnector of(String id, String gives, URI address, Path path) {
        return new SdmxCsvConnector(
                new SourceContract(
                        id,
                        gives,
                        address,
                        new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
                        "10 requests a minute; one series a request",
                        Duration.ofMinutes(3),
                        null,
                        false,
                        false),
                path);
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today) {
        return keys.stream()
                .map(key -> new Asked(request(access, key, today), List.of(key)))
                .toList();
    }

    private FetchRequest request(SourceAccess access, String key, LocalDate today) {
        int dot = key.indexOf('.');
        URI address = URI.create(access.address() + path.of(key.substring(0, dot), key.substring(dot + 1), today));
        return FetchRequest.get(contract.id(), key, address, "text/csv");
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return SdmxCsv.read(payload, keys);
    }
}
