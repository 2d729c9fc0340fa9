package org.macroedge.engine.vocabulary;

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

    /// The quadrant with a code like `goldilocks`.
    ///
    /// @throws IllegalArgumentException for an unknown code
    public static Quadrant ofCode(String code) {
        return Coded.of(Quadrant.class, code);
    }
}
