package org.macroedge.server.alerts;

import java.time.Instant;

/// When a rule began.
///
/// @param since by the clock of the database
/// @param recordedAt the latest record time then: what has a later one was recorded after the rule began, whatever the
/// clocks of the servers that record it show
record RuleStart(Instant since, Instant recordedAt) {}
