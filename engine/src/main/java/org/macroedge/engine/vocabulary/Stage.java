package org.macroedge.engine.vocabulary;

/// Which estimate of a period a release is.
public enum Stage implements Coded {
    FIRST,
    SECOND,
    FINAL;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static Stage ofCode(String code) {
        return Coded.of(Stage.class, code);
    }
}
