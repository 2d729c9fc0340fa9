package org.macroedge.server.platform.shapes;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a property of the API means.
///
/// @param text its meaning, with unit and sign, and when it is null
/// @param min the least number; null where nothing bounds it
/// @param max the greatest number; null where nothing bounds it
/// @param example a value that could be served; null where the shape states one, or the property holds other shapes
public record PropertyMeaning(
        String text,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Object example) {

    public PropertyMeaning {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text is empty");
        }
    }
}
