package org.macroedge.server.releases.intake;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the low, the high and the count that a source gives beside a forecast contradict it or each other. The
/// same for every way in which rows come; what is in the store already is not measured by it.
public enum SpreadFault {
    /// The count is not a whole number from 1 to [#MOST_FORECASTERS].
    NO_COUNT,
    LOW_ABOVE_HIGH,
    /// The forecast is below the low or above the high.
    OUTSIDE,
    /// The count is 1, and the low or the high is not the forecast.
    SEVERAL_OF_ONE;

    /// More than any survey asks.
    public static final int MOST_FORECASTERS = 100_000;

    private static final BigDecimal MOST = BigDecimal.valueOf(MOST_FORECASTERS);

    /// The first contradiction; empty where there is none. What is null, the source does not say.
    public static Optional<SpreadFault> of(
            BigDecimal forecast, @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable BigDecimal count) {
        if (count != null && !isCount(count)) {
            return Optional.of(NO_COUNT);
        }
        if (low != null && high != null && low.compareTo(high) > 0) {
            return Optional.of(LOW_ABOVE_HIGH);
        }
        int belowLow = low == null ? 0 : low.compareTo(forecast);
        int aboveHigh = high == null ? 0 : forecast.compareTo(high);
        if (belowLow > 0 || aboveHigh > 0) {
            return Optional.of(OUTSIDE);
        }
        boolean lone = count != null && count.compareTo(BigDecimal.ONE) == 0;
        return lone && (belowLow != 0 || aboveHigh != 0) ? Optional.of(SEVERAL_OF_ONE) : Optional.empty();
    }

    private static boolean isCount(BigDecimal count) {
        return count.signum() > 0
                && count.compareTo(MOST) <= 0
                && count.stripTrailingZeros().scale() <= 0;
    }
}
