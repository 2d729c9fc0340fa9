package org.macroedge.server.stream.view;

import java.time.Instant;

/// An alert was raised.
///
/// @param version 1; a new key leaves it as it is
/// @param id the one of the alert in the list of alerts
/// @param rule the id of the rule in the file of alerts
/// @param kind of the rule, as in the list of alerts
/// @param subject what it is about: the id of an instrument, a release, an indicator, a source or a job
/// @param cause what happened, in one line with the figures known when it was raised
/// @param causedAt the instant of what caused it
public record AlertEvent(
        int version,
        String id,
        String rule,
        String kind,
        String subject,
        String cause,
        Instant causedAt,
        Instant raisedAt) {}
