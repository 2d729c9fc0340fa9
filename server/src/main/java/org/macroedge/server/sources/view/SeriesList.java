package org.macroedge.server.sources.view;

import java.util.List;

/// Official series, by source and indicator.
public record SeriesList(List<SeriesItem> items) {

    public SeriesList {
        items = List.copyOf(items);
    }
}
