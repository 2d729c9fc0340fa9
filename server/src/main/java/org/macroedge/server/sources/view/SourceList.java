package org.macroedge.server.sources.view;

import java.util.List;

/// Every source that can be fetched from, by id.
public record SourceList(List<SourceItem> items) {

    public SourceList {
        items = List.copyOf(items);
    }
}
