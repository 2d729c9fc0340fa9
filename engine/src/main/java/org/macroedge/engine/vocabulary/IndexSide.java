package org.macroedge.engine.vocabulary;

import java.util.EnumSet;
import java.util.Set;

/// Which categories a surprise index adds up.
public enum IndexSide implements Coded {
    /// Every category, monetary and fiscal included.
    ALL(EnumSet.allOf(Category.class)),
    /// Activity: how strong the economy is.
    GROWTH(EnumSet.of(
            Category.GROWTH,
            Category.LABOUR,
            Category.SURVEYS,
            Category.CONSUMPTION,
            Category.HOUSING,
            Category.TRADE,
            Category.INVENTORIES,
            Category.CREDIT)),
    /// Prices and wages: how hot inflation is.
    INFLATION(EnumSet.of(Category.INFLATION));

    private final Set<Category> categories;

    IndexSide(Set<Category> categories) {
        this.categories = Set.copyOf(categories);
    }

    /// Its categories.
    public Set<Category> categories() {
        return categories;
    }
}
