package org.macroedge.server.sources;

import java.time.Instant;
import java.util.List;
import org.macroedge.engine.vocabulary.IndicatorId;

/// A release that a source is to bring, and has not brought.
///
/// @param dueAt as captured last
/// @param requests the names of the requests to the source that ask for its figure
record WatchedRelease(IndicatorId indicator, Instant dueAt, List<String> requests) {}
