package org.macroedge.server.alerts.channels;

import org.jspecify.annotations.Nullable;

/// What became of a message.
///
/// @param fault why it was not taken, without addresses and keys; null where it was
/// @param isFinal whether the receiver has refused it for good, so that it is not tried again
public record SendResult(@Nullable String fault, boolean isFinal) {

    /// The receiver has taken it.
    static final SendResult SENT = new SendResult(null);

    /// A result after which a message that was not taken is tried again.
    SendResult(@Nullable String fault) {
        this(fault, false);
    }

    public boolean isSent() {
        return fault == null;
    }
}
