package org.macroedge.engine;

/// The version of all formulas together; raised only when a number that macro-edge answers would change.
public final class FormulaVersion {

    /// What a run id states as its formula.
    public static final int CURRENT = 2;

    private FormulaVersion() {}
}
