package org.macroedge.server.alerts;

import java.time.Instant;
import org.macroedge.server.alerts.rules.AlertRule;

/// What a rule has found, before it is known whether it was raised before.
///
/// @param subject what it is about
/// @param key what the rule raises once
/// @param cause in one line
/// @param causedAt the instant of what caused it
record Finding(AlertRule rule, String subject, String key, String cause, Instant causedAt) {}
