package org.macroedge.engine.weight;

import java.util.Arrays;

/// The weights while releases arrive, computed anew only where they change: when an indicator comes into force, ends,
/// or gets its first usable z. Belongs to one thread.
public final class LiveWeights {

    private final WeightTable table;
    private final long[] activeFrom;
    private UnscaledWeights unscaled;
    private ScaledWeights weights;
    private boolean activated;

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
            activated = true;
        }
    }

    /// The weights that hold at a second, which does not precede the last one.
    public ScaledWeights at(long second) {
        boolean changed = second >= unscaled.until();
        if (changed) {
            unscaled = table.unscaled(second);
        }
        if (changed || activated) {
            weights = table.scaled(unscaled, activeFrom, second);
            activated = false;
        }
        return weights;
    }
}
