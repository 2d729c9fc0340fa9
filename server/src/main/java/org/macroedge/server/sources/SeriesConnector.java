package org.macroedge.server.sources;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;

/// A source that gives official series: figures by period, without schedule and forecast. Which series the product
/// wants of it, and of which indicators they are, is in the catalogue.
public non-sealed interface SeriesConnector extends SourceConnector {

    /// What to ask for, in as few requests as the publisher allows. Pure.
    ///
    /// @param keys the publisher's names of the series, each once
    /// @param today as the publisher's clock has it, or nearly so
    /// @return each with a name of its own, and the keys that it asks for
    List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today);

    /// Reads an answer. Pure. A figure that is missing is left out; zero is a figure.
    ///
    /// @param keys those that were asked for
    /// @throws SourceFault where the answer is not what the publisher documents, or has no figures at all
    List<Observation> read(Payload payload, List<String> keys);

    /// The keys in groups of a publisher's largest request, in their order.
    static List<List<String>> groups(List<String> keys, int most) {
        return IntStream.range(0, (keys.size() + most - 1) / most)
                .mapToObj(group -> keys.subList(group * most, Math.min((group + 1) * most, keys.size())))
                .toList();
    }

    /// A request and the series that it asks for.
    record Asked(FetchRequest request, List<String> keys) {

        public Asked {
            keys = List.copyOf(keys);
        }
    }
}
