package org.macroedge.engine.weight;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The weights of every instrument between two changes. An instrument has one entry for each
/// indicator in force with a weight other than 0, in any quadrant, in ascending order of the
/// indicators. Arrays are handed out as they are, for the innermost loops; they must not be
/// changed.
public final class ScaledWeights {

    private final UnscaledWeights unscaled;
    private final double[][] units;
    private final double[] scales;
    private final @Nullable SignalWeights signals;

    /// @param units w/S per instrument and entry; 0 for an indicator that has no usable z yet
    /// @param scales S per instrument; 0 where no active indicator has a weight
    ScaledWeights(UnscaledWeights unscaled, double[][] units, double[] scales) {
        this(unscaled, units, scales, null);
    }

    /// As above, of a set whose weights depend on when a signal was released: `units` and
    /// `scales` are those of a signal that is released now.
    ScaledWeights(UnscaledWeights unscaled, double[][] units, double[] scales, @Nullable SignalWeights signals) {
        this.unscaled = unscaled;
        this.units = units;
        this.scales = scales;
        this.signals = signals;
    }

    /// Whether the weight of a signal depends on when it was released. Then it must be read
    /// through [#unit].
    public boolean dependsOnRelease() {
        return signals != null;
    }

    /// Whether an active indicator has a weight for an instrument, so that there is a scale.
    public boolean hasHistory(int instrument) {
        return scales[instrument] != 0;
    }

    /// The positions of the indicators behind an instrument's entries.
    public int[] indicators(int instrument) {
        return unscaled.indicators()[instrument];
    }

    /// w of a signal of an indicator, before the scale; 0 where it has no weight or no usable z
    /// yet.
    ///
    /// @param indicator its position among all of them
    /// @param releasedAt the second at which the signal came into force
    public double activeWeight(int instrument, int indicator, long releasedAt) {
        if (signals != null) {
            return signals.weight(instrument, indicator, releasedAt);
        }
        int entry = Arrays.binarySearch(indicators(instrument), indicator);
        return entry < 0 || units[instrument][entry] == 0 ? 0 : unscaled.weights()[instrument][entry];
    }

    /// S of an instrument; 0 where no active indicator has a weight.
    public double scale(int instrument) {
        return scales[instrument];
    }

    /// Whether the indicator of an entry has a usable z, so that its signals count.
    public boolean isActive(int instrument, int entry) {
        return signals == null ? units[instrument][entry] != 0 : signals.active()[indicators(instrument)[entry]];
    }

    /// What an entry counts for in a coverage, before the scale: |w|, or the largest |w| of any
    /// quadrant, so that a change of quadrant alone does not change a coverage.
    public double size(int instrument, int entry) {
        return unscaled.size(instrument, entry);
    }

    /// Σ of the sizes of an instrument's entries.
    public double total(int instrument) {
        return unscaled.totals()[instrument];
    }

    /// Whether an instrument is a currency pair, which has two sides.
    public boolean isPair(int instrument) {
        return unscaled.pair()[instrument];
    }

    /// Whether an entry of a pair belongs to its base: its region has a positive exposure.
    public boolean isBase(int instrument, int entry) {
        return unscaled.base()[instrument][unscaled.indicators()[instrument][entry]];
    }

    /// Σ of the sizes of the entries of a pair's base.
    public double baseTotal(int instrument) {
        return unscaled.baseTotals()[instrument];
    }

    /// Σ of the sizes of the entries of a pair's quote.
    public double quoteTotal(int instrument) {
        return unscaled.quoteTotals()[instrument];
    }

    /// w/S of every entry of an instrument, for signals of any release instant; where weights
    /// depend on that instant, for a signal that is released now.
    public double[] units(int instrument) {
        return units[instrument];
    }

    /// w/S of an entry for a signal released at a given second; 0 where the indicator has no
    /// usable z yet.
    ///
    /// @param releasedAt the second at which the signal came into force
    public double unit(int instrument, int entry, long releasedAt) {
        return signals == null
                ? units[instrument][entry]
                : signals.unit(instrument, indicators(instrument)[entry], releasedAt);
    }
}
