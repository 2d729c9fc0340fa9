package org.macroedge.server.prices.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// The prices of one day, without trailing zeros: equal prices are equal bars.
///
/// @param open null where the source does not give it, as are high and low
public record Bar(
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        BigDecimal close) {

    private static final double ROUNDING = 1e-6;

    public Bar {
        open = plain(open);
        high = plain(high);
        low = plain(low);
        close = stripped(close);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal price) {
        return price == null ? null : stripped(price);
    }

    private static BigDecimal stripped(BigDecimal price) {
        return price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros();
    }

    /// The bar of the same day in the other orientation: 1 divided by each price, in 16 digits, with high and
    /// low exchanged.
    public Bar inverted() {
        return new Bar(inverse(open), inverse(low), inverse(high), inverted(close));
    }

    /// The bar without an open, high or low of 0 or below.
    Bar positive() {
        return new Bar(positive(open), positive(high), positive(low), close);
    }

    private static @Nullable BigDecimal positive(@Nullable BigDecimal price) {
        return price == null || price.signum() > 0 ? price : null;
    }

    private static @Nullable BigDecimal inverse(@Nullable BigDecimal price) {
        return price == null ? null : inverted(price);
    }

    private static BigDecimal inverted(BigDecimal price) {
        return BigDecimal.ONE.divide(price, MathContext.DECIMAL64);
    }

    /// Whether open and close lie between low and high, as far as they are given, but for the rounding of a
    /// source that keeps its prices in seven digits.
    public boolean isConsistent() {
        return isOrdered(low, high)
                && isOrdered(low, open)
                && isOrdered(open, high)
                && isOrdered(low, close)
                && isOrdered(close, high);
    }

    private static boolean isOrdered(@Nullable BigDecimal lower, @Nullable BigDecimal upper) {
        return lower == null
                || upper == null
                || lower.doubleValue() - upper.doubleValue() <= ROUNDING * Math.abs(upper.doubleValue());
    }
}
