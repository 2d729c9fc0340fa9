package org.macroedge.server.bias.view;

import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// A release that could change a label.
///
/// @param label if the release came as expected
/// @param flip the nearest one
/// @param pastSurprises the usable surprises of its indicator, from which the probability is estimated
public record FlipNext(
        UpcomingRelease release, @Codes(Label.class) String label, FlipPoint flip, int pastSurprises) {}
