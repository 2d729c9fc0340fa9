package org.macroedge.server.sources.view;

import java.util.List;

/// What came of asking some sources, by source.
public record SourceRuns(List<SourceRun> items) {

    public SourceRuns {
        items = List.copyOf(items);
    }
}
