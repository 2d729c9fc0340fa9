package org.macroedge.server.sources;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.Instants;

/// Which part of the past is filled. Whole calendar years are asked for.
///
/// @param source null for every source that has a history
/// @param region of the indicators; null for all
/// @param from its year in UTC is the first
/// @param to its year in UTC is the last
public record BackfillSpan(
        @Nullable String source, @Nullable Region region, Instant from, Instant to) {

    /// @param to null for now
    /// @throws MacroEdgeException with `invalid-instant` where the span ends before it starts, or is in the future
    public static BackfillSpan of(
            @Nullable String source, @Nullable Region region, Instant from, @Nullable Instant to, Clock clock) {
        Instant now = clock.instant();
        Instant end = to == null || to.isAfter(now) ? now : to;
        Instants.checkPeriod(from, end);
        return new BackfillSpan(source, region, from, end);
    }

    int firstYear() {
        return from.atOffset(ZoneOffset.UTC).getYear();
    }

    int lastYear() {
        return to.atOffset(ZoneOffset.UTC).getYear();
    }
}
