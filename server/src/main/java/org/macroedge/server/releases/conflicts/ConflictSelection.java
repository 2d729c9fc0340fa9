package org.macroedge.server.releases.conflicts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.Instants;

/// Which conflicts an answer contains.
///
/// @param from inclusive; null for the first release
/// @param to inclusive; null for the last release
/// @param region null for all
/// @param limit the latest so many, 1 to 1,000
public record ConflictSelection(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Region region,
        int limit) {

    /// The greatest limit.
    public static final int MOST = 1_000;

    /// @throws MacroEdgeException with `invalid-request` for another limit, with `invalid-instant` where the period
    /// ends before it starts
    public ConflictSelection {
        if (from != null && to != null) {
            Instants.checkPeriod(from, to);
        }
        if (limit < 1 || limit > MOST) {
            throw InvalidValue.of("limit", limit, List.of("1 to " + MOST));
        }
    }

    boolean contains(Indicator indicator) {
        return region == null || region == indicator.region();
    }

    boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || !instant.isAfter(to));
    }
}
