package org.macroedge.server.sources;

/// What the product knows about fetching from one source: the request (pure) and the reading of its answer (pure). The
/// fetch between them, the only input and output, is the same for all.
public sealed interface SourceConnector permits CalendarConnector, SeriesConnector, VintageConnector, PriceConnector {

    SourceContract contract();
}
