package org.macroedge.engine.vocabulary;

/// Instruments that react to a category with the same sign.
public enum DirectionClass implements Coded {
    FX,
    EQUITY,
    BOND,
    ENERGY,
    INDUSTRIAL_METAL,
    PRECIOUS_METAL,
    CRYPTO;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static DirectionClass ofCode(String code) {
        return Coded.of(DirectionClass.class, code);
    }
}
