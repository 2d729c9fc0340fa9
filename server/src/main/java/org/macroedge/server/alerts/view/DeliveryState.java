package org.macroedge.server.alerts.view;

import org.macroedge.engine.vocabulary.Coded;

/// What became of an alert at a channel.
public enum DeliveryState implements Coded {
    /// It is to be sent, for the first time or again.
    PENDING,
    /// The receiver has taken it.
    SENT,
    /// It could not be sent for a day, or a mail server refused it for good.
    GIVEN_UP
}
