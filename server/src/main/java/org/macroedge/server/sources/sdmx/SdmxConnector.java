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

/// A source without a key that gives each series in a form of SDMX, by one request each. A series is named by its
/// dataset and its dimensions, with dots between them.
///
/// @param path what follows the address of the source
public record SdmxConnector(SourceContract contract, SdmxForm form, Path path) implements SeriesConnector {

    private static final int REQUESTS_A_MINUTE = 10;
    private static final long MOST_BYTES = 8L << 20;

    /// Where a series is, behind the address of its source.
    @FunctionalInterface
    public interface Path {

        /// @param dataset of the series
        /// @param dimensions with dots between them
        /// @param today as the publisher's clock has it, or nearly so
        String of(String dataset, String dimensions, LocalDate today);
    }

    /// Of a source that is asked 10 times a minute at most.
    ///
    /// @param gives in words of a reader
    public static SdmxConnector of(String id, String gives, URI address, SdmxForm form, Path path) {
        return of(id, gives, address, REQUESTS_A_MINUTE, Duration.ofMinutes(1), "a minute", form, path);
    }

    /// Of a source with a limit of its own.
    ///
    /// @param requests that it allows within `per`
    /// @param unit `per` in words of a reader, as in `an hour`
    public static SdmxConnector of(
            String id, String gives, URI address, int requests, Duration per, String unit, SdmxForm form, Path path) {
        return new SdmxConnector(
                new SourceContract(
                        id,
                        gives,
                        address,
                        new FetchPolicy(requests, per, FetchPolicy.USUAL_DEADLINE, MOST_BYTES, false),
                        requests + " requests " + unit + "; one series a request",
                        Duration.ofMinutes(3),
                        null,
                        false,
                        false),
                form,
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
        return FetchRequest.get(contract.id(), key, address, form.mediaType());
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return form.reader().read(payload, keys);
    }
}
