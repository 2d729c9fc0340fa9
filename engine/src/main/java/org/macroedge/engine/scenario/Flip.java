package org.macroedge.engine.scenario;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;

/// From which figure of a release on a bias has another label, or another sign.
///
/// @param label that it then has; null for a change of sign
/// @param positive whether Z is then larger than before
/// @param z the bound, in σ of the release: the size of a figure that is just beyond it
/// @param value the bound in the indicator's unit, as a decimal of at most 12 digits and 15 decimals
/// that is just beyond it
/// @param firstValue the first value beyond it that the publisher can report; null where none is within the clip
/// @param firstZ its z, clipped; null where there is none
public record Flip(
        @Nullable Label label,
        boolean positive,
        double z,
        BigDecimal value,
        @Nullable BigDecimal firstValue,
        @Nullable Double firstZ) {}
