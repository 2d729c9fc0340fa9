package org.macroedge.server.regime.view;

/// How likely each quadrant is by the composites; they add up to 1.
///
/// @param probability whether both axes foretold their signs better than persistence, so that these may be
/// called probabilities
public record RegimeOdds(
        double goldilocks, double reflation, double stagflation, double slowdown, boolean probability) {}
