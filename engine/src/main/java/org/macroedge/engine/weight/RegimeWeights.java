package org.macroedge.engine.weight;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.regime.QuadrantTimeline;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;

/// The weights of a set whose directions depend on the quadrant of a region, before groups are
/// shared out. A signal has the weight of the quadrant that held when it was released. Only
/// regions with a weight that depends on it are asked for their quadrant. Immutable and
/// thread-safe.
final class RegimeWeights {

    /// By quadrant, instrument and indicator.
    private final double[][][] unshared;
    private final double[][] largest;
    private final Region[] regions;
    private final Set<Region> dependent;
    private final QuadrantTimeline quadrants;

    /// @param indicators ascending by id
    RegimeWeights(
            List<Indicator> indicators, List<Instrument> instruments, WeightSet weights, QuadrantTimeline quadrants) {
        int quadrantCount = Quadrant.values().length;
        this.unshared = new double[quadrantCount][instruments.size()][indicators.size()];
        this.largest = new double[instruments.size()][indicators.size()];
        this.regions = indicators.stream().map(Indicator::region).toArray(Region[]::new);
        this.dependent = EnumSet.noneOf(Region.class);
        this.quadrants = quadrants;
        for (Quadrant quadrant : Quadrant.values()) {
            for (int row = 0; row < instruments.size(); row++) {
                for (int index = 0; index < regions.length; index++) {
                    set(
                            quadrant,
                            row,
                            index,
                            weights.unsharedWeight(instruments.get(row), indicators.get(index), quadrant));
                }
            }
        }
        for (int row = 0; row < instruments.size(); row++) {
            for (int index = 0; index < regions.length; index++) {
                if (isDependent(row, index)) {
                    dependent.add(regions[index]);
                }
            }
        }
    }

    private RegimeWeights(RegimeWeights other, QuadrantTimeline quadrants) {
        this.unshared = other.unshared;
        this.largest = other.largest;
        this.regions = other.regions;
        this.dependent = other.dependent;
        this.quadrants = quadrants;
    }

    private void set(Quadrant quadrant, int row, int index, double weight) {
        unshared[quadrant.ordinal()][row][index] = weight;
        largest[row][index] = Math.max(largest[row][index], Math.abs(weight));
    }

    private boolean isDependent(int row, int index) {
        double plain = unshared[Quadrant.UNDETERMINED.ordinal()][row][index];
        return Arrays.stream(unshared).anyMatch(weights -> weights[row][index] != plain);
    }

    /// The same weights with other quadrants.
    RegimeWeights with(QuadrantTimeline others) {
        return new RegimeWeights(this, others);
    }

    /// The weight of a signal that is released at a second.
    double at(int instrument, int indicator, long second) {
        Region region = regions[indicator];
        Quadrant quadrant = dependent.contains(region) ? quadrants.at(region, second) : Quadrant.UNDETERMINED;
        return unshared[quadrant.ordinal()][instrument][indicator];
    }

    /// The largest |w| of any quadrant.
    double largest(int instrument, int indicator) {
        return largest[instrument][indicator];
    }

    /// Whether a release of an indicator can change a weight of an instrument: that of another
    /// indicator of its region, if not its own.
    boolean reads(int instrument, int indicator) {
        for (int other = 0; other < regions.length; other++) {
            if (regions[other] == regions[indicator] && isDependent(instrument, other)) {
                return true;
            }
        }
        return false;
    }

    /// Every second from which another quadrant holds in a region whose weights depend on it.
    LongStream changes() {
        return dependent.stream().flatMapToLong(quadrants::changes);
    }

    /// The first of these after a second; [Long#MAX_VALUE] where there is none.
    long nextChange(long second) {
        return changes().filter(change -> change > second).min().orElse(Long.MAX_VALUE);
    }
}
