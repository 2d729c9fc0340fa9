package org.macroedge.server.releases.derivation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a schedule or a forecast was captured.
///
/// @param instant as the source says; for a row of a release to come, the instant at which its batch was
/// read; null in a history
/// @param batch the batch whose record time is the capture; null where the source says it, and in a history
record Capture(@Nullable Instant instant, @Nullable Long batch) {

    /// That of a history, which counts as just before the release.
    static final Capture NONE = new Capture(null, null);

    /// As a source says; that of a history where it does not.
    static Capture stated(@Nullable Instant instant) {
        return instant == null ? NONE : new Capture(instant, null);
    }

    /// By reading a batch.
    static Capture by(StatedBatch batch) {
        return new Capture(batch.startedAt(), batch.batch());
    }

    /// The capture instant to store; null where it is the record time of [#batch].
    @Nullable
    Instant storedInstant() {
        return batch == null ? instant : null;
    }

    boolean isNone() {
        return instant == null;
    }
}
