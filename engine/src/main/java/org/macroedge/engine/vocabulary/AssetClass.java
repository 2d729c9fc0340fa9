package org.macroedge.engine.vocabulary;

/// The class by which instruments are grouped.
public enum AssetClass implements Coded {
    EQUITY_INDEX,
    FX,
    COMMODITY,
    GOVERNMENT_BOND,
    CRYPTO;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static AssetClass ofCode(String code) {
        return Coded.of(AssetClass.class, code);
    }
}
