package org.macroedge.engine;

/// The version of all formulas together; raised only when a number that macro-edge answers would change.
///
/// - 1: until November 2026.
/// - 2: data health, thin coverage, ties in the order of their content, the floor of policy rates.
/// - 3: forecasts from an indicator's own prints where none was captured, so that these releases have a z,
///   and the scale of modelled forecasts learns from them at every release.
public final class FormulaVersion {

    /// What a run id states as its formula.
    public static final int CURRENT = 3;

    private FormulaVersion() {}
}
