package org.macroedge.server.releases.profile;

import java.math.BigDecimal;
import org.macroedge.engine.catalogue.Indicator;

/// A number as a cell states it, in base units.
///
/// @param suffix in upper case; empty where it has none
/// @param power the power of ten of the suffix
record CellNumber(BigDecimal value, String suffix, int power) {

    private static final String RATIOS = "%\u2030\u2031";
    private static final String PERCENT = "percent";
    private static final String INDEX = "index";

    /// The number of a row with a multiplier, which counts where the number has no suffix of its own.
    CellNumber times(String multiplier, int tens) {
        return tens == 0 || !suffix.isEmpty() ? this : new CellNumber(value.scaleByPowerOfTen(tens), multiplier, tens);
    }

    /// Whether the suffix says that the number is of another unit than the indicator: a share of something
    /// counted, or thousands of percent.
    boolean contradicts(Indicator indicator) {
        if (suffix.isEmpty()) {
            return false;
        }
        boolean ratio = suffix.chars().anyMatch(letter -> RATIOS.indexOf(letter) >= 0);
        return switch (indicator.unit()) {
            case PERCENT -> !ratio && power > 0;
            case INDEX -> ratio || power > 0;
            default -> ratio;
        };
    }
}
