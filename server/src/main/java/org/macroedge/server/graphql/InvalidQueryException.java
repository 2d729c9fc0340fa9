package org.macroedge.server.graphql;

import java.util.List;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Everything that stands against a query.
final class InvalidQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<MacroEdgeException> faults;

    InvalidQueryException(List<MacroEdgeException> faults) {
        super("a query does not fit the schema");
        this.faults = List.copyOf(faults);
    }

    List<MacroEdgeException> faults() {
        return faults;
    }
}
