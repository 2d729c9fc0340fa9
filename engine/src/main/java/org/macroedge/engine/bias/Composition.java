package org.macroedge.engine.bias;

import org.jspecify.annotations.Nullable;

/// What a bias is made of: whether its reasons agree, how many there are, and how recent. All are null if no signal is
/// live, or if all are zero.
///
/// @param agreement |Σc| / Σ|c|, in [0, 1]: 1 if all reasons point one way, near 0 if they cancel out
/// @param breadth 1 / Σ share² with share = |c| / Σ|c|: the number of reasons of equal size that would be as
///     concentrated (the inverse of Herfindahl's index), at least 1
/// @param newShare Σ|c| of signals younger than 48 hours / Σ|c|, in [0, 1]
public record Composition(
        @Nullable Double agreement,
        @Nullable Double breadth,
        @Nullable Double newShare) {

    /// The composition where nothing contributes.
    static final Composition EMPTY = new Composition(null, null, null);

    /// @param size Σ|c|
    /// @param net |Σc|
    /// @param squares Σc²
    /// @param recent Σ|c| of signals younger than 48 hours
    static Composition of(double size, double net, double squares, double recent) {
        return size == 0 ? EMPTY : new Composition(net / size, size * size / squares, recent / size);
    }
}
