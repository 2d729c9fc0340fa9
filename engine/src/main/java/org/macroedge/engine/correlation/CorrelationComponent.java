package org.macroedge.engine.correlation;

import java.util.List;

/// A direction in which the series move together: an eigenvector of their shrunk correlation matrix.
///
/// @param share of the variance of all series, in [0, 1]: the eigenvalue over the number of series
/// @param members the series with the largest loadings, by size, then by name
public record CorrelationComponent(double share, List<Loading> members) {

    /// How strongly a series takes part.
    ///
    /// @param weight in [−1, 1]; the squares of all series sum to 1. The largest is positive, so that a member
    /// with a negative weight moves against it
    public record Loading(String name, double weight) {}
}
