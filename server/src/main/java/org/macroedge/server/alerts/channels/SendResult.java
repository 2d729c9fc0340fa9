package org.macroedge.server.alerts.channels;

import org.jspecify.annotations.Nullable;

/// What became of a message.
///
/// @param fault why it was not taken, without addresses and keys; null where it was
public record SendResult(@Nullable String fault) {

    /// The receiver has taken it.
    static final SendResult SENT = new SendResult(null);

    public boolean isSent() {
        return fault == null;
    }
}
