package org.macroedge.engine.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.NoCorrelation;
import org.macroedge.engine.correlation.PairCorrelation;
import org.macroedge.engine.numeric.PositiveDefiniteSystem;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.IndicatorId;

/// What the releases that a scenario leaves out print on average, given the surprises of those that it sets.
///
/// z is taken to have mean 0 and the same variance for all. With the correlations R of those that are set, and
/// r of the one that is left out with each of them, both shrunk as [SharedSurprises] says, the mean of the
/// normal distribution given their z is r′·R⁻¹·z. For one release that is set it is r·z. It is clipped at ±4
/// as every z is.
///
/// A pair that shared fewer than 20 instants has no correlation, which is not 0. So the mean is given the
/// releases whose correlations with it, and with each other, are known: those with the most shared instants
/// are taken first, then by id.
///
/// Degenerate: where no release that is set has a correlation with it, the cause is that of the one that
/// shared most. Where R is singular or not positive definite, or the variance that is left, 1 − r′·R⁻¹·r, is
/// below 0 by more than rounding, the cause is `SINGULAR`: correlations over different instants need not fit
/// together.
///
/// Not thread-safe. Source: Anderson (2003), *An Introduction to Multivariate
/// Statistical Analysis*, 3rd edition, theorem 2.5.1.
final class ConditionalSurprises {

    /// Rounding leaves a variance of about 1e−16 below 0 where a release is the image of those that are set.
    private static final double ROUNDING = 1e-9;

    private final SharedSurprises shared;
    private final SortedMap<IndicatorId, Double> set;

    /// @param known no later release has a part in it
    /// @param set z of each release that is set, clipped
    ConditionalSurprises(KnownInputs known, Map<IndicatorId, Double> set) {
        this.shared = new SharedSurprises(known);
        this.set = new TreeMap<>(set);
    }

    /// Those that are left out, by id.
    List<ConditionalSurprise> of(Collection<IndicatorId> leftOut) {
        return leftOut.stream().sorted().map(this::of).toList();
    }

    private ConditionalSurprise of(IndicatorId leftOut) {
        List<IndicatorId> nearest = set.keySet().stream()
                .sorted(Comparator.comparingInt((IndicatorId id) -> -observations(leftOut, id))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<IndicatorId> given = new ArrayList<>();
        for (IndicatorId candidate : nearest) {
            if (isKnown(leftOut, candidate) && given.stream().allMatch(chosen -> isKnown(chosen, candidate))) {
                given.add(candidate);
            }
        }
        given.sort(Comparator.naturalOrder());
        return given.isEmpty() ? none(leftOut, nearest.getFirst()) : given(leftOut, given);
    }

    private ConditionalSurprise none(IndicatorId leftOut, IndicatorId nearest) {
        PairCorrelation pair = shared.of(leftOut, nearest);
        NoCorrelation cause = Objects.requireNonNull(pair.cause());
        return ConditionalSurprise.none(leftOut, pair.observations(), NoConditionalMean.of(cause));
    }

    private ConditionalSurprise given(IndicatorId leftOut, List<IndicatorId> given) {
        int observations = fewest(leftOut, given);
        double[] correlations =
                given.stream().mapToDouble(id -> shared.shrunk(leftOut, id)).toArray();
        Optional<double[]> weights = PositiveDefiniteSystem.solve(matrix(given), correlations);
        @Nullable
        Double mean = weights.filter(found -> product(found, correlations) <= 1 + ROUNDING)
                .map(found -> product(found, values(given)))
                .orElse(null);
        return mean == null
                ? ConditionalSurprise.none(leftOut, observations, NoConditionalMean.SINGULAR)
                : new ConditionalSurprise(
                        leftOut,
                        Math.clamp(mean, -SurpriseCalculator.CLIP, SurpriseCalculator.CLIP) + 0.0,
                        observations,
                        given,
                        null);
    }

    private double[][] matrix(List<IndicatorId> given) {
        return given.stream()
                .map(row -> given.stream()
                        .mapToDouble(column -> shared.shrunk(row, column))
                        .toArray())
                .toArray(double[][]::new);
    }

    private double[] values(List<IndicatorId> given) {
        return given.stream()
                .mapToDouble(id -> Objects.requireNonNull(set.get(id)))
                .toArray();
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int index = 0; index < first.length; index++) {
            sum += first[index] * second[index];
        }
        return sum;
    }

    private int fewest(IndicatorId leftOut, List<IndicatorId> given) {
        int fewest = Integer.MAX_VALUE;
        for (IndicatorId first : given) {
            fewest = Math.min(fewest, observations(leftOut, first));
            for (IndicatorId second : given) {
                fewest = first.equals(second) ? fewest : Math.min(fewest, observations(first, second));
            }
        }
        return fewest;
    }

    private int observations(IndicatorId first, IndicatorId second) {
        return shared.of(first, second).observations();
    }

    private boolean isKnown(IndicatorId first, IndicatorId second) {
        return shared.of(first, second).value() != null;
    }
}
