package org.macroedge.engine.weight;

import java.util.Arrays;
import org.macroedge.engine.regime.QuadrantTimeline;

/// The weights while releases arrive, computed anew only where they change: when an indicator comes into force, ends,
/// or gets its first usable z, or when the quadrant of a region changes. Belongs to one thread.
public final class LiveWeights {

    private WeightTable table;
    private final long[] activeFrom;
    private UnscaledWeights unscaled;
    private ScaledWeights weights;
    private boolean changed;

    /// @param activeFrom per indicator, the second of its first usable z; [Long#MAX_VALUE] where it has none yet
    /// @param second the instant from which releases arrive
    public LiveWeights(WeightTable table, long[] activeFrom, long second) {
        this.table = table;
        this.activeFrom = Arrays.copyOf(activeFrom, activeFrom.length);
        this.unscaled = table.unscaled(second);
        this.weights = table.scaled(unscaled, this.activeFrom, second);
    }

    /// Notes that an indicator has a usable z from a second on.
    public void activate(int indicator, long second) {
        if (activeFrom[indicator] == Long.MAX_VALUE) {
            activeFrom[indicator] = second;
            changed = true;
        }
    }

    /// Takes other quadrants, where weights depend on them.
    ///
    /// @param second from which they are known, which does not precede the last one
    public void use(QuadrantTimeline quadrants, long second) {
        table = table.with(quadrants);
        unscaled = table.unscaled(second);
        changed = true;
    }

    /// The weights that hold at a second, which does not precede the last one.
    public ScaledWeights at(long second) {
        if (second >= unscaled.until()) {
            unscaled = table.unscaled(second);
            changed = true;
        }
        if (changed) {
            weights = table.scaled(unscaled, activeFrom, second);
            changed = false;
        }
        return weights;
    }
}
