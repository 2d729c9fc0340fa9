package org.macroedge.server.bias;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.ChangeSince;

/// The span of a change.
///
/// @param from its start; null where `since` tells it
/// @param to its end; null for, and at the latest, the instant of the answer
/// @param since null where `from` is given, else by default for 24 hours
/// @param recordedFrom as of which record time the start was seen; null where corrections are not asked for
public record ChangeSpan(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable ChangeSince since,
        @Nullable Instant recordedFrom) {

    /// What tells the start; null where it is given.
    @Nullable
    ChangeSince start() {
        if (from != null) {
            return null;
        }
        return since == null ? ChangeSince.DAY : since;
    }
}
