package org.macroedge.engine.scenario;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;

/// From which surprise of a release on a bias has another label than if the release came as expected.
///
/// @param label that it then has
/// @param z the bound, in σ: the size of a figure that is just beyond it
/// @param value the bound in the indicator's unit, just beyond it; null where nothing is expected of the release yet
/// @param firstValue the first value beyond it that the publisher can report; null where nothing is
/// expected yet
/// @param firstZ its z, clipped; null where nothing is expected yet
/// @param probability of a surprise beyond it; null where no probability is known
public record LabelFlip(
        Label label,
        double z,
        @Nullable BigDecimal value,
        @Nullable BigDecimal firstValue,
        @Nullable Double firstZ,
        @Nullable Double probability) {

    /// How large the surprise has to be, in σ.
    public double distance() {
        return Math.abs(firstZ == null ? z : firstZ);
    }
}
