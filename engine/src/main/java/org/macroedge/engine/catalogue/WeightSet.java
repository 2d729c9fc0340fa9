package org.macroedge.engine.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.vocabulary.Area;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

/// A versioned table of what each indicator means for each instrument. Immutable.
///
/// @param halfLives of a signal, in days
/// @param clip the size beyond which z no longer counts more
/// @param exposures of an instrument to a region, or to a bloc for all of its regions
/// @param directions +1, 0 or −1 of a category for a direction class
/// @param regimeDirections what replaces `directions` for a release while its region is in a
/// quadrant; a category that is not named keeps its direction, and so does every one while the
/// quadrant is undetermined. No mapping within it is empty
/// @param importance the weight of importance 1, 2 and 3, in this order
/// @param hash of the table as parsed
public record WeightSet(
        String id,
        int version,
        SignalMode mode,
        Map<Frequency, Double> halfLives,
        double clip,
        Correlations correlations,
        Map<InstrumentId, Map<Area, Double>> exposures,
        Map<DirectionClass, Map<Category, Double>> directions,
        Map<Quadrant, Map<DirectionClass, Map<Category, Double>>> regimeDirections,
        List<Double> importance,
        Map<Stage, Double> stages,
        String hash) {

    private static final double LARGEST = 1_000;
    /// In days: a quarter of an hour, and a generation.
    private static final double SHORTEST_HALF_LIFE = 0.01;

    private static final double LONGEST_HALF_LIFE = 10_000;

    public WeightSet {
        if (!(clip > 0)) {
            throw new IllegalArgumentException("clip " + clip + " is not above 0");
        }
        if (importance.size() != 3) {
            throw new IllegalArgumentException("importance has " + importance.size() + " weights, not 3");
        }
        for (Frequency frequency : Frequency.values()) {
            if (!halfLives.containsKey(frequency)) {
                throw new IllegalArgumentException("half-life of " + frequency.code() + " is missing");
            }
        }
        checkBounds(clip, halfLives, importance, stages);
        Stream.of(exposures.values(), directions.values())
                .flatMap(Collection::stream)
                .forEach(weights -> checkWeights(weights.values()));
        regimeDirections.forEach(WeightSet::checkQuadrant);
        halfLives = Map.copyOf(halfLives);
        exposures = copy(exposures);
        directions = copy(directions);
        regimeDirections = regimeDirections.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, classes -> copy(classes.getValue())));
        importance = List.copyOf(importance);
        stages = Map.copyOf(stages);
    }

    /// Numbers beyond these overflow in products and sums, and mean nothing.
    private static void checkBounds(
            double clip, Map<Frequency, Double> halfLives, List<Double> importance, Map<Stage, Double> stages) {
        if (clip > LARGEST) {
            throw new IllegalArgumentException("clip " + clip + " is above " + LARGEST);
        }
        halfLives.values().stream()
                .filter(days -> !(days >= SHORTEST_HALF_LIFE && days <= LONGEST_HALF_LIFE))
                .findFirst()
                .ifPresent(days -> {
                    throw new IllegalArgumentException("a half-life of " + days + " days is not between "
                            + SHORTEST_HALF_LIFE + " and " + LONGEST_HALF_LIFE);
                });
        checkWeights(importance);
        checkWeights(stages.values());
    }

    private static void checkWeights(Collection<Double> weights) {
        weights.stream()
                .filter(weight -> !(Math.abs(weight) <= LARGEST))
                .findFirst()
                .ifPresent(weight -> {
                    throw new IllegalArgumentException(
                            "a weight of " + weight + " is not between -" + LARGEST + " and " + LARGEST);
                });
    }

    private static void checkQuadrant(Quadrant quadrant, Map<DirectionClass, Map<Category, Double>> classes) {
        if (quadrant == Quadrant.UNDETERMINED) {
            throw new IllegalArgumentException("an undetermined quadrant has no directions of its own");
        }
        if (classes.isEmpty() || classes.containsValue(Map.of())) {
            throw new IllegalArgumentException("the directions of " + quadrant.code() + " are empty");
        }
        classes.values().forEach(weights -> checkWeights(weights.values()));
    }

    private static <K, L> Map<K, Map<L, Double>> copy(Map<K, Map<L, Double>> table) {
        return table.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, row -> Map.copyOf(row.getValue())));
    }

    /// The exposure of an instrument to a region: its own entry, else that of its bloc, else 0. They never add.
    public double exposure(InstrumentId instrument, Region region) {
        Map<Area, Double> areas = exposures.getOrDefault(instrument, Map.of());
        Double own = areas.get(region);
        return own != null ? own : areas.getOrDefault(region.bloc(), 0.0);
    }

    /// The weight of an indicator without an instrument, before its group is shared out: importance · stage.
    public double unexposedWeight(Indicator indicator) {
        return importance.get(indicator.importance() - 1) * stages.getOrDefault(indicator.stage(), 1.0);
    }

    /// Whether directions depend on the quadrant of a region. Such directions are declared, not
    /// measured: a prior.
    public boolean isPrior() {
        return !regimeDirections.isEmpty();
    }

    /// The direction of a category for a direction class, for a release while its region is in
    /// a quadrant.
    public double direction(DirectionClass directionClass, Category category, Quadrant quadrant) {
        Double own = regimeDirections
                .getOrDefault(quadrant, Map.of())
                .getOrDefault(directionClass, Map.of())
                .get(category);
        return own != null
                ? own
                : directions.getOrDefault(directionClass, Map.of()).getOrDefault(category, 0.0);
    }

    /// Whether an indicator has a weight for an instrument, in any quadrant.
    public boolean weighs(Instrument instrument, Indicator indicator) {
        return Stream.concat(Stream.of(Quadrant.UNDETERMINED), regimeDirections.keySet().stream())
                .anyMatch(quadrant -> unsharedWeight(instrument, indicator, quadrant) != 0);
    }

    /// The weight of an indicator for an instrument before its group is shared out, for a
    /// release while its region is in a quadrant: exposure · direction · importance · stage.
    public double unsharedWeight(Instrument instrument, Indicator indicator, Quadrant quadrant) {
        double direction = direction(instrument.directionClass(), indicator.category(), quadrant);
        return exposure(instrument.id(), indicator.region())
                * direction
                * importance.get(indicator.importance() - 1)
                * stages.getOrDefault(indicator.stage(), 1.0);
    }

    /// The same set with other signals.
    public WeightSet withSignals(SignalMode otherMode, Map<Frequency, Double> otherHalfLives, double otherClip) {
        return new WeightSet(
                id,
                version,
                otherMode,
                otherHalfLives,
                otherClip,
                correlations,
                exposures,
                directions,
                regimeDirections,
                importance,
                stages,
                hash);
    }
}
