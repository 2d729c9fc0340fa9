package org.macroedge.server.audit.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the audit log.
///
/// @param items latest first
/// @param next the value of `before` that leads to the next page; null on the last one
public record AuditPage(List<AuditItem> items, @Nullable Long next) {

    public AuditPage {
        items = List.copyOf(items);
    }
}
