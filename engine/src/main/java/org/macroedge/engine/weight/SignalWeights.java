package org.macroedge.engine.weight;

/// The weight of each single signal, in a set whose directions depend on the quadrant at its
/// release.
///
/// @param share 1/√n of each indicator's group in force, 0 for one that is not
/// @param scales S per instrument
/// @param active per indicator, whether it has a usable z
record SignalWeights(RegimeWeights regime, double[] share, double[] scales, boolean[] active) {

    /// w of a signal, before the scale; 0 for an indicator that is not in force or has no
    /// usable z yet.
    double weight(int instrument, int indicator, long releasedAt) {
        return active[indicator] ? regime.at(instrument, indicator, releasedAt) * share[indicator] : 0;
    }

    /// w/S of a signal; 0 where there is no scale.
    double unit(int instrument, int indicator, long releasedAt) {
        double scale = scales[instrument];
        return scale > 0 ? weight(instrument, indicator, releasedAt) / scale : 0;
    }
}
