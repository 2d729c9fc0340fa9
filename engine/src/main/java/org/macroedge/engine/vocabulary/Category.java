package org.macroedge.engine.vocabulary;

/// What a release is about. The order is that of the sums behind the scale of a bias.
public enum Category implements Coded {
    GROWTH,
    LABOUR,
    INFLATION,
    SURVEYS,
    CONSUMPTION,
    HOUSING,
    TRADE,
    CREDIT,
    MONETARY,
    FISCAL,
    INVENTORIES;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static Category ofCode(String code) {
        return Coded.of(Category.class, code);
    }
}
