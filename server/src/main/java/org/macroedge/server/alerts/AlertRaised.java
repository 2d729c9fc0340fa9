package org.macroedge.server.alerts;

import java.time.Instant;

/// An alert was raised.
///
/// @param id of the alert, as in its table
public record AlertRaised(
        String id, String rule, String kind, String subject, String cause, Instant causedAt, Instant raisedAt) {

    /// The type on the wire.
    public static final String TYPE = "alert_raised";

    /// The version of the shape.
    public static final int VERSION = 1;
}
