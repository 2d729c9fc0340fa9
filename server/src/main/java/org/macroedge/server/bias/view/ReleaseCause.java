package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;

/// A release instant of the last 24 hours, and what it did to the scores.
///
/// @param releases those with a usable z; first the one that adds most to the biases, Σ over the instruments of
/// |contribution|
/// @param labels how many labels changed at this instant
/// @param moves the scores that moved most, by size; those whose label changed come first
public record ReleaseCause(Instant releasedAt, List<CauseRelease> releases, int labels, List<ScoreMove> moves) {}
