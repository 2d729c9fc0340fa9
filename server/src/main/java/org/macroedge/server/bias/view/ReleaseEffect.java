package org.macroedge.server.bias.view;

import java.time.Instant;
import java.util.List;

/// What the releases of one instant did to every score.
///
/// @param items by instrument, in the order of the catalogue
public record ReleaseEffect(Instant releasedAt, List<ScoreMove> items) {}
