package org.macroedge.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HalfLifeTest {

    private static final long DAY = 86_400;
    private final HalfLife month = new HalfLife(30);

    @Test
    void isExactAtWholeHalfLives() {
        assertThat(month.decay(0)).isEqualTo(1);
        assertThat(month.decay(30 * DAY)).isEqualTo(0.5);
        assertThat(month.decay(90 * DAY)).isEqualTo(0.125);
    }

    @Test
    void agreesWithThePowerOfTwo() {
        SplittableRandom random = new SplittableRandom(7);
        for (int draw = 0; draw < 100_000; draw++) {
            long age = random.nextLong(month.window());
            double expected = StrictMath.pow(2, -age / (30.0 * DAY));
            assertThat(Math.abs(month.decay(age) / expected - 1))
                    .as("age %d", age)
                    .isLessThan(1e-15);
        }
    }

    @Test
    void isNothingBeforeTheReleaseAndFromFourHalfLivesOn() {
        assertThat(month.decay(-1)).isZero();
        assertThat(month.decay(120 * DAY)).isZero();
        assertThat(month.decay(120 * DAY - 1)).isPositive();
    }

    @Test
    void refusesAHalfLifeThatIsNotPositive() {
        assertThatThrownBy(() -> new HalfLife(0)).hasMessage("half-life 0.0 days is not a positive number");
        assertThatThrownBy(() -> new HalfLife(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HalfLife(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
