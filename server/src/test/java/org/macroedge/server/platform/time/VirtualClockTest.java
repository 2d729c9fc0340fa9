package org.macroedge.server.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualClockTest {

    private static final String SETTING = "2019-12-15T00:00:00Z,2026-11-27T08:00:00Z,5040";

    private static VirtualClock clock(String machine) {
        return VirtualClock.of(Clock.fixed(Instant.parse(machine), ZoneOffset.UTC), SETTING)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00:00Z, 2019-12-15T00:00:00Z",
        "2026-11-27T08:00:01Z, 2019-12-15T01:24:00Z",
        "2026-11-27T08:00:00.001Z, 2019-12-15T00:00:05.040Z",
        "2026-11-27T08:02:00Z, 2019-12-22T00:00:00Z",
        "2026-11-27T07:59:59Z, 2019-12-14T23:59:59Z"
    })
    void itShowsItsStartAtTheInstantOfTheMachineAndRunsSoManyTimesAsFastFromThenOn(String machine, Instant shown) {
        assertThat(clock(machine).instant()).isEqualTo(shown);
    }

    @Test
    void aWaitForItIsShorterAndOneForAnyOtherClockIsNot() {
        VirtualClock fast = clock("2026-11-27T08:00:00Z");

        assertThat(VirtualClock.speed(fast)).isEqualTo(5040);
        assertThat(VirtualClock.wait(fast, Duration.ofSeconds(5040))).isEqualTo(Duration.ofSeconds(1));
        assertThat(VirtualClock.speed(Clock.systemUTC())).isEqualTo(1);
        assertThat(VirtualClock.wait(Clock.systemUTC(), Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2019-12-15T00:00:00Z",
                "2019-12-15T00:00:00Z,2026-11-27T08:00:00Z",
                "2019-12-15T00:00:00Z,2026-11-27T08:00:00Z,0",
                "2019-12-15T00:00:00Z,2026-11-27T08:00:00Z,100001",
                "2019-12-15T00:00:00Z,2026-11-27T08:00:00Z,fast",
                "2019-12-15,2026-11-27T08:00:00Z,5",
                "2019-12-15T00:00:00Z,2026-11-27T08:00:00Z,5,"
            })
    void anyOtherTextIsNoClock(String text) {
        assertThat(VirtualClock.isValid(text)).isFalse();
        assertThat(VirtualClock.of(Clock.systemUTC(), text)).isEmpty();
        assertThat(VirtualClock.isValid(SETTING)).isTrue();
    }

    @Test
    void itSaysWhatItIsAndStaysInUtc() {
        VirtualClock clock = clock("2026-11-27T08:00:00Z");

        assertThat(clock).hasToString("from 2019-12-15T00:00:00Z since 2026-11-27T08:00:00Z, 5040 times as fast");
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThatThrownBy(() -> clock.withZone(ZoneOffset.UTC)).isInstanceOf(UnsupportedOperationException.class);
    }
}
