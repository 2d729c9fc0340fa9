package org.macroedge.engine.vocabulary;

/// What a source quotes for an instrument.
public enum QuoteKind implements Coded {
    /// Its price, rate of exchange or index level.
    PRICE,
    /// Its yield in per cent, which falls when the price rises.
    YIELD;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static QuoteKind ofCode(String code) {
        return Coded.of(QuoteKind.class, code);
    }
}
