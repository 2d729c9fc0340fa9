package org.macroedge.server.surprises.view;

import org.jspecify.annotations.Nullable;

/// How far the consensus has missed an indicator so far. Shown, never used: no answer corrects a forecast by it.
///
/// @param releases with a forecast of a survey or a vendor and a scale that count
/// @param meanMiss the mean of (actual − forecast)/σ, clipped at ±4; positive where actual values have been higher than
/// forecast. Null without such releases
/// @param sameDirection the share of misses, those of 0 left out, that have the sign of the mean; null where all are 0
public record ConsensusView(
        int releases, @Nullable Double meanMiss, @Nullable Double sameDirection) {}
