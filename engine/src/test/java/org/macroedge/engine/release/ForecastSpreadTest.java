package org.macroedge.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ForecastSpreadTest {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.TWO;

    @Test
    void theLowestAndTheHighestForecastAreWithinTheSpread() {
        ForecastSpread spread = new ForecastSpread(ONE, TWO, 40);

        assertThat(spread.contains(ONE)).isTrue();
        assertThat(spread.contains(TWO)).isTrue();
        assertThat(spread.contains(new BigDecimal("0.99"))).isFalse();
        assertThat(spread.contains(new BigDecimal("2.01"))).isFalse();
    }

    @Test
    void aSideThatIsNotKnownExcludesNothing() {
        assertThat(new ForecastSpread(null, ONE, null).contains(new BigDecimal("-100")))
                .isTrue();
        assertThat(new ForecastSpread(ONE, null, null).contains(new BigDecimal("100")))
                .isTrue();
    }

    @Test
    void trailingZerosMakeNoDifference() {
        assertThat(new ForecastSpread(new BigDecimal("1.50"), new BigDecimal("2.0"), 3))
                .isEqualTo(new ForecastSpread(new BigDecimal("1.5"), new BigDecimal("2"), 3));
    }

    @Test
    void zeroIsAValueAndMissingIsNot() {
        assertThat(new ForecastSpread(BigDecimal.ZERO, null, null).isNone()).isFalse();
        assertThat(new ForecastSpread(null, null, 1).isNone()).isFalse();
        assertThat(new ForecastSpread(null, null, null).isNone()).isTrue();
    }

    @Test
    void aLowestForecastAboveTheHighestAndACountBelowOneAreRefused() {
        assertThatThrownBy(() -> new ForecastSpread(TWO, ONE, null)).hasMessage("low is above high: 2, 1");
        assertThatThrownBy(() -> new ForecastSpread(null, null, 0)).hasMessage("count is below 1: 0");
        assertThat(new ForecastSpread(ONE, ONE, 1).contains(ONE)).isTrue();
    }
}
