package org.macroedge.engine.regime;

import org.macroedge.engine.vocabulary.Coded;

/// Growth × inflation: which of the two accelerate.
public enum Quadrant implements Coded {
    /// Growth up, inflation down.
    GOLDILOCKS,
    /// Growth up, inflation up.
    REFLATION,
    /// Growth down, inflation up.
    STAGFLATION,
    /// Growth down, inflation down.
    SLOWDOWN,
    /// An axis has no state.
    UNDETERMINED;

    /// The quadrant of two axes.
    static Quadrant of(AxisState growth, AxisState inflation) {
        if (growth == AxisState.UNDETERMINED || inflation == AxisState.UNDETERMINED) {
            return UNDETERMINED;
        }
        if (growth == AxisState.UP) {
            return inflation == AxisState.UP ? REFLATION : GOLDILOCKS;
        }
        return inflation == AxisState.UP ? STAGFLATION : SLOWDOWN;
    }
}
