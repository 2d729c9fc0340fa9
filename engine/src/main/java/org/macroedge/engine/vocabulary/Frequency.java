package org.macroedge.engine.vocabulary;

/// How often an indicator is published. Policy meetings are irregular.
public enum Frequency implements Coded {
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    IRREGULAR;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static Frequency ofCode(String code) {
        return Coded.of(Frequency.class, code);
    }
}
