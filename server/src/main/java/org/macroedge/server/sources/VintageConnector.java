package org.macroedge.server.sources;

import java.time.LocalDate;
import java.util.List;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.SeriesConnector.Asked;
import org.macroedge.server.sources.series.RealTimeHistory;

/// A source that gives official series with the day of each of their vintages, so that their past is known as it was
/// published (decision 0028). Which series the product wants of it is in the catalogue.
public non-sealed interface VintageConnector extends SourceConnector {

    /// What to ask for, one series a request. Pure.
    ///
    /// @param keys the source's names of the series, each once
    /// @param today as the source's clock has it, or nearly so
    List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today);

    /// Reads the answer for one series. Pure. A figure that is missing is none; zero is a figure.
    ///
    /// @param key that was asked for
    /// @param frequency of the series, by the catalogue
    /// @throws SourceFault where the answer is not what the source documents, or has no figures at all
    RealTimeHistory read(Payload payload, String key, Frequency frequency);
}
