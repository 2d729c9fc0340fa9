package org.macroedge.server.alerts.channels;

import org.jspecify.annotations.Nullable;

/// What became of a message.
///
/// @param fault what went wrong, without addresses and keys; null where nothing did. A message that was sent has one
/// where some of its recipients did not get it.
public record SendResult(Outcome outcome, @Nullable String fault) {

    /// What became of it.
    public enum Outcome {
        /// The receiver has taken it, for one recipient at least.
        SENT,
        /// It was not taken, and is tried again.
        FAILED,
        /// The receiver was given it and did not say whether it took it: a repeat may come twice.
        UNSURE,
        /// The receiver refuses the login, or does not offer it: no other message would be taken either, and a further
        /// login could lock the account.
        LOGIN_REFUSED,
        /// The receiver has refused it for good, so that it is not tried again.
        REFUSED
    }

    /// The receiver has taken it.
    static final SendResult SENT = new SendResult(Outcome.SENT, null);

    /// A result after which a message that was not taken is tried again.
    SendResult(String fault) {
        this(Outcome.FAILED, fault);
    }

    public boolean isSent() {
        return outcome == Outcome.SENT;
    }

    /// Whether the receiver has accepted the login, if there was one.
    public boolean hasLoggedIn() {
        return outcome == Outcome.SENT || outcome == Outcome.UNSURE || outcome == Outcome.REFUSED;
    }
}
