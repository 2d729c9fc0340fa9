package org.macroedge.engine.regime;

/// The two states that a Markov-switching model finds in the composites of an axis, and which one it is in.
///
/// @param upper the filtered probability of the state with the higher mean, in [0, 1]
/// @param lowerMean of the composite, in units of its own scale
/// @param upperMean at least `lowerMean`
/// @param lowerMonths how long the lower state lasts on average, at least 1; infinite where it is never
/// left
/// @param upperMonths as `lowerMonths`
public record AxisSwitching(double upper, double lowerMean, double upperMean, double lowerMonths, double upperMonths) {}
