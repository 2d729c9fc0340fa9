package org.macroedge.server.releases.conflicts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Releases of which sources say different things, latest first.
///
/// @param asOf the market time asked for; null for now
/// @param recordedAt the record time of the facts
/// @param total how many there are in the period; the answer holds the latest of them
public record ConflictList(@Nullable Instant asOf, Instant recordedAt, int total, List<Conflict> items) {}
