package org.macroedge.engine.switching;

/// What of the level of a series switches with the state.
public enum SwitchingLevel {
    /// The mean: yₜ − μ(sₜ) = Σ φⱼ·(yₜ₋ⱼ − μ(sₜ₋ⱼ)) + εₜ. The series moves to its new mean at once.
    MEAN,
    /// The intercept: yₜ = c(sₜ) + Σ φⱼ·yₜ₋ⱼ + εₜ. The series approaches its new mean over several periods.
    INTERCEPT
}
