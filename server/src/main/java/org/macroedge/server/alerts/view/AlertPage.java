package org.macroedge.server.alerts.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of alerts.
///
/// @param items latest first
/// @param next the value of `before` that leads to the next page; null on the last one
public record AlertPage(List<AlertItem> items, @Nullable Long next) {

    public AlertPage {
        items = List.copyOf(items);
    }
}
