package org.macroedge.engine.correlation;

/// What the correlation of a pair is computed from, about the means over its rows.
///
/// @param observations rows in which both have a value
/// @param products Σ dx·dy
/// @param squares Σ dx²
/// @param otherSquares Σ dy²
/// @param lagged Σ dxₜ₋₁·dxₜ over the rows that follow each other
/// @param otherLagged Σ dyₜ₋₁·dyₜ over the same rows
/// @param exact whether the squares are so large a part of those of the whole columns that they have lost few digits
record PairSums(
        int observations,
        double products,
        double squares,
        double otherSquares,
        double lagged,
        double otherLagged,
        boolean exact) {}
