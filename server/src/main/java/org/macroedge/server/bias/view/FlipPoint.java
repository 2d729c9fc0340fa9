package org.macroedge.server.bias.view;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// From which surprise of a release on a bias has another label than if the release came as expected.
///
/// @param label that it then has
/// @param sigmas the bound as z of the release: a figure of this size is just beyond it
/// @param value the bound in the indicator's unit, as a figure just beyond it; null where nothing is expected of the
/// release yet
/// @param firstValue the first figure beyond it that the publisher can report; null where nothing is
/// expected yet
/// @param firstSigmas its z; null where nothing is expected yet
/// @param probability of a surprise beyond it, from 0 to 1, by the past surprises of the indicator; null
/// where these are too few or all the same
public record FlipPoint(
        @Codes(Label.class) String label,
        double sigmas,
        @Nullable BigDecimal value,
        @Nullable BigDecimal firstValue,
        @Nullable Double firstSigmas,
        @Nullable Double probability) {}
