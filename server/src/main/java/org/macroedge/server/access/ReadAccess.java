package org.macroedge.server.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;

/// Says who may read answers that are ready, which are written before any other filter is asked.
@FunctionalInterface
public interface ReadAccess {

    /// Of a filter that asks: right behind [AccessFilter], in front of which is the audit log alone, and before those
    /// that know principals and rights.
    int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

    /// Whether a request may have what any reader may have. Decided from memory: neither the database nor another
    /// program is asked. Where that does not suffice, the answer is no, and the filters behind decide.
    ///
    /// @param request one that [AccessFilter] let through: its Host, Origin and Sec-Fetch-Site are in order
    boolean mayRead(HttpServletRequest request);
}
