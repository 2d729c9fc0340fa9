package org.macroedge.server.cli.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers for readers: a real minus sign, a plus where the sign matters, and none on zero.
public final class Numbers {

    /// Stands where there is no number.
    public static final String NONE = "\u2013";

    private static final String MINUS = "\u2212";
    private static final double PERCENT = 100;

    private Numbers() {}

    /// A signed whole number, as scores and their changes are.
    public static String signed(@Nullable Double value) {
        return signed(value, 0);
    }

    /// Two signed decimals, as Z, z and contributions have.
    public static String decimals(@Nullable Double value) {
        return signed(value, 2);
    }

    /// Three signed decimals, as weights have.
    public static String weight(double value) {
        return signed(value, 3);
    }

    /// z beside words: one signed decimal and σ.
    public static String sigmas(double z) {
        return signed(z, 1) + "\u03c3";
    }

    private static String signed(@Nullable Double value, int decimals) {
        return value == null ? NONE : signed(BigDecimal.valueOf(value), decimals);
    }

    static String signed(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String digits = grouped(rounded.abs());
        return switch (rounded.signum()) {
            case 1 -> "+" + digits;
            case -1 -> MINUS + digits;
            default -> digits;
        };
    }

    /// A number without a plus.
    static String plain(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() < 0 ? MINUS : "") + grouped(rounded.abs());
    }

    private static String grouped(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + value.scale() + "f", value);
    }

    /// A fraction of one, as decays are, with two decimals.
    public static String fraction(double value) {
        return plain(BigDecimal.valueOf(value), 2);
    }

    /// A fraction as whole percents, rounded down so that 100 % means all of it.
    public static String percent(@Nullable Double fraction) {
        return fraction == null ? NONE : (int) Math.floor(PERCENT * fraction) + "%";
    }

    /// A probability as whole percents. Nothing that is computed from samples is certain: what rounds to 0 or 1 is
    /// below 1% or above 99%.
    public static String probability(@Nullable Double probability) {
        if (probability == null) {
            return NONE;
        }
        long percent = Math.round(PERCENT * probability);
        if (percent < 1) {
            return "<1%";
        }
        return percent >= PERCENT ? ">99%" : percent + "%";
    }

    /// A count of things: `1 release`, `1,204 releases`.
    public static String count(long count, String thing) {
        String plural = thing.endsWith("s") || thing.endsWith("ch") ? thing + "es" : thing + "s";
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? thing : plural);
    }
}
