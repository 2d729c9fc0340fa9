package org.macroedge.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.vocabulary.Frequency;

class WeightSetTest {

    private static final Map<Frequency, Double> HALF_LIVES = Map.of(
            Frequency.WEEKLY, 10.0, Frequency.MONTHLY, 30.0, Frequency.QUARTERLY, 45.0, Frequency.IRREGULAR, 45.0);

    private static WeightSet set(Map<Frequency, Double> halfLives, double clip, double... importance) {
        Correlations none = new Correlations(0, 0, 0);
        return new WeightSet(
                "x", 1, SignalMode.LATEST, halfLives, clip, none, Map.of(), Map.of(), importance, Map.of(), "x");
    }

    @Test
    void refusesWhatCannotBeComputedByName() {
        assertThatThrownBy(() -> set(HALF_LIVES, 0, 1, 2, 3)).hasMessage("clip 0.0 is not above 0");
        assertThatThrownBy(() -> set(HALF_LIVES, 4, 1, 2)).hasMessage("importance has 2 weights, not 3");
        assertThatThrownBy(() -> set(Map.of(Frequency.WEEKLY, 10.0), 4, 1, 2, 3))
                .hasMessage("half-life of monthly is missing");
    }

    @Test
    void aReleaseTimeIsOpenWhereItsDatesAre() {
        LocalDate day = LocalDate.of(2020, 1, 1);
        assertThat(new ReleaseTime(ZoneOffset.UTC, null, null, null).covers(day))
                .isTrue();
        assertThat(new ReleaseTime(ZoneOffset.UTC, null, day, null).covers(day)).isTrue();
        assertThat(new ReleaseTime(ZoneOffset.UTC, null, day, day).covers(day.minusDays(1)))
                .isFalse();
        assertThat(new ReleaseTime(ZoneOffset.UTC, null, null, day).covers(day.plusDays(1)))
                .isFalse();
    }
}
