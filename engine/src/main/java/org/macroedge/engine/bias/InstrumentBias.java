package org.macroedge.engine.bias;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.numeric.NormalDistribution;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Label;

/// The bias of one instrument at one instant, with the contribution of each release.
///
/// @param z Σ of the contributions in ascending indicator id; null without history
/// @param sides the coverage of both sides of a pair; null for another instrument
/// @param reason why there is no label; null if there is one
/// @param contributions of live signals with a weight, ascending by indicator id
/// @param missing indicators with a weight and no live signal, ascending by indicator id
public record InstrumentBias(
        Instrument instrument,
        @Nullable Double z,
        DataHealth health,
        Composition composition,
        @Nullable PairCoverage sides,
        @Nullable NoLabel reason,
        List<Contribution> contributions,
        List<MissingIndicator> missing) {

    /// 100·(2Φ(Z) − 1), in [−100, 100]; null without history.
    public @Nullable Double score() {
        return z == null ? null : scoreOf(z);
    }

    /// The direction in words; null if there is a reason.
    public @Nullable Label label() {
        return z == null || reason != null ? null : Label.ofScore(scoreOf(z));
    }

    /// The score of a bias Z.
    public static double scoreOf(double z) {
        return 200 * NormalDistribution.centred(z);
    }

    /// The contributions from the largest to the smallest, those of equal size by indicator id.
    public List<Contribution> bySize() {
        return contributions.stream().sorted(Contribution.BY_SIZE).toList();
    }

    /// The contributions in the direction of Z, by size; for Z = 0, the positive ones.
    public List<Contribution> reasonsFor() {
        return z != null && z < 0 ? bySize(size -> size < 0) : bySize(size -> size > 0);
    }

    /// The contributions against the direction of Z, by size; for Z = 0, the negative ones.
    public List<Contribution> reasonsAgainst() {
        return z != null && z < 0 ? bySize(size -> size > 0) : bySize(size -> size < 0);
    }

    private List<Contribution> bySize(DoublePredicate direction) {
        return bySize().stream()
                .filter(contribution -> direction.test(contribution.contribution()))
                .toList();
    }

    /// Σ of the contributions of each category with a live signal, each in ascending indicator id.
    public Map<Category, Double> parts() {
        Map<Category, Double> parts = new EnumMap<>(Category.class);
        contributions.forEach(contribution ->
                parts.merge(contribution.indicator().category(), contribution.contribution(), Double::sum));
        return parts;
    }
}
