package org.macroedge.server.sources;

import java.util.List;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.SeriesConnector.Asked;
import org.macroedge.server.sources.series.RealTimeHistory;
import org.macroedge.server.sources.series.RealTimeWindow;

/// A source that gives official series with the day of each of their vintages, so that their past is known as it was
/// published (decision 0028). Which series the product wants of it is in the catalogue.
public non-sealed interface VintageConnector extends SourceConnector {

    /// The greatest number of calendar years whose vintages fit in one answer.
    int mostYears();

    /// What to ask for, one series a request, each under its name in the window. Pure.
    ///
    /// @param keys the source's names of the series, each once
    List<Asked> requests(SourceAccess access, List<String> keys, RealTimeWindow window);

    /// Reads the answer for one series. Pure. A figure that is missing is none; zero is a figure.
    ///
    /// @param key that was asked for
    /// @param frequency of the series, by the catalogue
    /// @param window that was asked for
    /// @throws SourceFault where the answer is not what the source documents, or has no figures at all
    RealTimeHistory read(Payload payload, String key, Frequency frequency, RealTimeWindow window);
}
