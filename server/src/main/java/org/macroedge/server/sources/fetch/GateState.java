package org.macroedge.server.sources.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a source rests, and how much of its limit is used. It is stored, so that the next process does not ask a
/// source that asked for a pause, or ask it too often.
///
/// @param failures in a row
/// @param until before which it is not asked; null where it may be
/// @param fault the code of the last failure; null where there is none
/// @param fullAt when the bucket of its limit would be full again; null where it is
public record GateState(
        int failures,
        @Nullable Instant until,
        @Nullable String fault,
        @Nullable Instant fullAt) {

    public static final GateState OPEN = new GateState(0, null, null, null);

    /// Whether the source may not be asked now.
    public boolean rests(Instant now) {
        return until != null && until.isAfter(now);
    }

    /// From when on the source may be asked without waiting for its limit or a rest.
    public Instant freeFrom(FetchPolicy policy) {
        Instant token =
                fullAt == null ? Instant.EPOCH : fullAt.minus(policy.per()).plus(policy.interval());
        return until == null || until.isBefore(token) ? token : until;
    }
}
