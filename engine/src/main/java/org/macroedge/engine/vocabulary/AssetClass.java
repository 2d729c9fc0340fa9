package org.macroedge.engine.vocabulary;

/// How instruments are grouped for a reader.
public enum AssetClass implements Coded {
    EQUITY_INDEX,
    FX,
    COMMODITY,
    GOVERNMENT_BOND,
    CRYPTO;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException where there is none
    public static AssetClass ofCode(String code) {
        return Coded.of(AssetClass.class, code);
    }
}
