package org.macroedge.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Cases;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;

class SignalSeriesTest {

    private static final HalfLife DAY = new HalfLife(1);
    private static final double CLIP = 10;
    private static final long WINDOW = 4 * 86_400;

    private static StandardisedSurprise release(int number, long second, @Nullable Double z) {
        return Cases.surprise(new IndicatorId("us-x"), number, Instant.ofEpochSecond(second), null, false, z);
    }

    @Test
    void inModeSumReleasesOfOneInstantStandInTheOrderOfTheirFiguresWhateverTheOrderOfArrival() {
        StandardisedSurprise first = release(0, 100, 1.0);
        StandardisedSurprise second = release(1, 100, 2.0);
        StandardisedSurprise third = release(2, 100, 3.0);
        SignalSeries series = SignalSeries.of(SignalMode.SUM, DAY, CLIP, List.of(release(5, 0, 9.0), third));
        series.take(first);
        series.take(second);

        for (int signal = 1; signal <= 3; signal++) {
            assertThat(series.z(signal)).isEqualTo(signal);
            assertThat(series.releasedAt(signal)).isEqualTo(100);
        }
        assertThat(series.surprise(1)).isSameAs(first);
        assertThat(series.surprise(2)).isSameAs(second);
        assertThat(series.surprise(3)).isSameAs(third);
        assertThat(series.inForce(100)).isEqualTo(3);
        assertThat(series.firstLive(3, 100)).isZero();
        assertThat(series.firstLive(3, WINDOW)).isEqualTo(1);
        assertThat(series.firstLive(3, WINDOW + 100)).isEqualTo(4);
    }

    @Test
    void saysWhetherASurpriseCounts() {
        SignalSeries latest = SignalSeries.of(SignalMode.LATEST, DAY, CLIP, List.of());
        assertThat(latest.take(release(0, 0, null))).isFalse();
        assertThat(latest.take(release(1, 0, 1.0))).isTrue();
        assertThat(latest.take(release(0, 0, 1.0))).isFalse();
        assertThat(latest.take(release(2, 50, 1.0))).isTrue();
        assertThat(latest.mode()).isEqualTo(SignalMode.LATEST);

        SignalSeries sum = SignalSeries.of(SignalMode.SUM, DAY, CLIP, List.of());
        assertThat(sum.take(release(0, 0, null))).isFalse();
        assertThat(sum.take(release(1, 0, 1.0))).isTrue();
        assertThat(sum.addsUp()).isTrue();
    }

    @Test
    void isActiveFromTheFirstUsableZ() {
        assertThat(SignalSeries.of(SignalMode.LATEST, DAY, CLIP, List.of(release(0, 10, null)))
                        .activeFrom())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(SignalSeries.of(SignalMode.LATEST, DAY, CLIP, List.of(release(0, 10, null), release(1, 20, 1.0)))
                        .activeFrom())
                .isEqualTo(20);
    }

    @Test
    void aStateHoldsWhatIsLiveAndTheSignalInForce() {
        List<StandardisedSurprise> history =
                List.of(release(0, 0, 1.0), release(1, 100, 2.0), release(2, 200, 3.0), release(3, WINDOW + 150, 4.0));

        SignalSeries sum = SignalSeries.of(SignalMode.SUM, DAY, CLIP, history).stateAt(WINDOW + 149);
        assertThat(sum.inForce(WINDOW + 149)).isZero();
        assertThat(sum.z(0)).isEqualTo(3);

        SignalSeries latest =
                SignalSeries.of(SignalMode.LATEST, DAY, CLIP, history).stateAt(10 * WINDOW);
        assertThat(latest.inForce(10 * WINDOW)).isZero();
        assertThat(latest.z(0)).isEqualTo(4);

        assertThat(SignalSeries.of(SignalMode.LATEST, DAY, CLIP, history)
                        .stateAt(-1)
                        .inForce(-1))
                .isEqualTo(SignalSeries.NONE);
    }

    @Test
    void aStateReplacesTheSignalInForceAndAHistoryKeepsIt() {
        SignalSeries history = SignalSeries.of(SignalMode.LATEST, DAY, CLIP, List.of(release(0, 0, 1.0)));
        SignalSeries state = history.stateAt(50);
        history.take(release(1, 100, 2.0));
        state.take(release(1, 100, 2.0));

        assertThat(history.inForce(100)).isEqualTo(1);
        assertThat(state.inForce(100)).isZero();
        assertThat(state.sum(0, 100)).isEqualTo(history.sum(1, 100)).isEqualTo(2);
    }

    @Test
    void anOlderPeriodDoesNotActivateAnything() {
        SignalSeries series = SignalSeries.of(SignalMode.LATEST, DAY, CLIP, List.of());
        IndicatorId indicator = new IndicatorId("us-x");
        LocalDate july = LocalDate.of(2016, 7, 1);
        series.take(Cases.surprise(indicator, 0, Instant.EPOCH, july, true, 1.0));

        assertThat(series.take(Cases.surprise(indicator, 1, Instant.ofEpochSecond(9), july.minusDays(1), true, 2.0)))
                .isFalse();
    }
}
