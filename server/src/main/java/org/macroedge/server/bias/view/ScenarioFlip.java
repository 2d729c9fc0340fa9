package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// From which figure of the varied release on a bias has another label or sign.
///
/// @param label that it then has; null for a change of sign
/// @param positive whether Z is then above the bound
/// @param sigmas the bound as z of the release: a figure of this size is just beyond it
/// @param value the bound in the indicator's unit, as a figure just beyond it
/// @param firstValue the first figure beyond it that the publisher can report; null where none is within the clip
/// @param firstSigmas its z; null where there is none
public record ScenarioFlip(
        @Codes(Label.class) @Nullable String label,
        boolean positive,
        double sigmas,
        BigDecimal value,
        @Nullable BigDecimal firstValue,
        @Nullable Double firstSigmas) {}
