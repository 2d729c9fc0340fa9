package org.macroedge.server.releases.derivation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ReportedRelease;

/// A row of a batch, with when it was said.
///
/// @param batch that made or repeated it
/// @param readAt when the batch was read, and never before an earlier batch of the source
record SaidStatement(StatedBatch batch, Instant readAt, Statement statement) {

    ReportedRelease row() {
        return statement.row();
    }

    /// When the source said it: its capture, else when it was read.
    Instant saidAt() {
        return row().capturedAt().orElse(readAt);
    }

    /// The instant that its place among captures follows. A row of a history is placed where the market knew it.
    Instant placedAt() {
        return row().capturedAt().orElse(row().instant().isAfter(readAt) ? readAt : row().instant());
    }

    /// Whether it says what was to come: a capture, or a row of a later instant than its batch.
    boolean isAnnouncement() {
        return row().isCaptured() || row().instant().isAfter(batch.startedAt());
    }

    /// When a part of the row was captured.
    ///
    /// @param stated as the source says; null where it does not
    Capture capture(@Nullable Instant stated) {
        return stated == null && row().instant().isAfter(batch.startedAt())
                ? Capture.by(batch)
                : Capture.stated(stated);
    }
}
