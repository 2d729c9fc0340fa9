package org.macroedge.server.alerts.channels;

import java.time.Instant;

/// An alert as it is sent.
///
/// @param id stays the same however often it is sent
/// @param kind code of the kind of its rule, or `test`
public record OutgoingAlert(
        String id, String rule, String kind, String subject, String cause, Instant causedAt, Instant raisedAt) {}
