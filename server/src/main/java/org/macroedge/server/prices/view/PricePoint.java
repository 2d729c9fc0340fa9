package org.macroedge.server.prices.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The prices of a trading day.
///
/// @param closeAt when its close was made, and so from when on it was known
/// @param open null where the source does not give it, as are high and low
/// @param corrected whether these prices replaced others of the day
/// @param batch that brought them
public record PricePoint(
        LocalDate date,
        Instant closeAt,
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        BigDecimal close,
        boolean corrected,
        long batch) {}
