package org.macroedge.engine.bias;

import java.util.Comparator;
import java.util.Set;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;

/// One indicator's additive part of a bias, or that of one of its releases in mode `sum`: contribution = weight · z ·
/// decay.
///
/// @param z clipped as the weight set says
/// @param weight w/S, signed
/// @param ageSeconds since the release
/// @param decay in (0, 1]
/// @param contribution in units of Z
/// @param marks those of the surprise, `clipped` where z is, and `superseded`
public record Contribution(
        Indicator indicator,
        StandardisedSurprise surprise,
        double z,
        double weight,
        long ageSeconds,
        double decay,
        double contribution,
        Set<Mark> marks) {

    /// From the largest to the smallest, those of equal size by indicator id.
    public static final Comparator<Contribution> BY_SIZE = Comparator.comparingDouble(
                    (Contribution contribution) -> -Math.abs(contribution.contribution()))
            .thenComparing(contribution -> contribution.indicator().id());
}
