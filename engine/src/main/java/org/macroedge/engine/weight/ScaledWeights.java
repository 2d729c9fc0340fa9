package org.macroedge.engine.weight;

import java.util.Arrays;

/// The weights of every instrument between two changes. An instrument has one entry for each indicator in force with a
/// weight other than 0, in ascending order of the indicators. Arrays are handed out as they are, for the innermost
/// loops; they must not be changed.
public final class ScaledWeights {

    private final UnscaledWeights unscaled;
    private final double[][] units;
    private final double[] scales;

    /// @param units w/S per instrument and entry; 0 for an indicator that has no usable z yet
    /// @param scales S per instrument; 0 where no active indicator has a weight
    ScaledWeights(UnscaledWeights unscaled, double[][] units, double[] scales) {
        this.unscaled = unscaled;
        this.units = units;
        this.scales = scales;
    }

    /// Whether an active indicator has a weight for an instrument.
    public boolean hasHistory(int instrument) {
        return scales[instrument] != 0;
    }

    /// The positions of the indicators behind an instrument's entries.
    public int[] indicators(int instrument) {
        return unscaled.indicators()[instrument];
    }

    /// w of an indicator, before the scale; 0 where it has no weight or no usable z yet.
    ///
    /// @param indicator its position among all of them
    public double activeWeight(int instrument, int indicator) {
        int entry = Arrays.binarySearch(indicators(instrument), indicator);
        return entry < 0 || units[instrument][entry] == 0 ? 0 : unscaled.weights()[instrument][entry];
    }

    /// S of an instrument; 0 where no active indicator has a weight.
    public double scale(int instrument) {
        return scales[instrument];
    }

    /// |w| of an entry, before the scale.
    public double size(int instrument, int entry) {
        return Math.abs(unscaled.weights()[instrument][entry]);
    }

    /// Σ|w| of an instrument's entries, before the scale.
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

    /// Σ|w| of the entries of a pair's base, before the scale.
    public double baseTotal(int instrument) {
        return unscaled.baseTotals()[instrument];
    }

    /// Σ|w| of the entries of a pair's quote, before the scale.
    public double quoteTotal(int instrument) {
        return unscaled.quoteTotals()[instrument];
    }

    /// w/S of every entry of an instrument, for signals of any release instant. A set whose weights depend on that
    /// instant has no such row, and must be read through [#unit].
    public double[] units(int instrument) {
        return units[instrument];
    }

    /// w/S of an entry for a signal released at a given second; 0 where the indicator has no usable z yet. In every set
    /// so far, the weight is the same for all release instants.
    ///
    /// @param releasedAt the second at which the signal came into force
    public double unit(int instrument, int entry, long releasedAt) {
        return units[instrument][entry];
    }
}
