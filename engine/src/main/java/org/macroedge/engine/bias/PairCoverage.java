package org.macroedge.engine.bias;

/// The coverage of each side of a currency pair. A side without any indicator in force has coverage 0.
///
/// @param base that of the regions with a positive exposure
/// @param quote that of the regions with a negative exposure
public record PairCoverage(double base, double quote) {}
