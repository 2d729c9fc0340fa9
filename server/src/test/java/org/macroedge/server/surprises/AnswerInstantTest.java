package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswerInstantTest {

    private static final Instant CLOCK = Instant.parse("2021-09-03T13:20:00Z");

    @Test
    void freshDataAreAnsweredAsOfTheLastFullHour() {
        assertThat(AnswerInstant.now(CLOCK, Instant.parse("2021-09-03T12:30:00Z")))
                .isEqualTo(new AnswerInstant(Instant.parse("2021-09-03T13:00:00Z"), false));
    }

    @Test
    void aReleaseAfterTheFullHourIsAnsweredAtOnce() {
        Instant release = Instant.parse("2021-09-03T13:15:00Z");
        assertThat(AnswerInstant.now(CLOCK, release)).isEqualTo(new AnswerInstant(release, false));
    }

    @Test
    void tenDaysWithoutAReleaseAreStillFreshAndASecondMoreIsStale() {
        Instant tenDaysBefore = Instant.parse("2021-08-24T13:20:00Z");
        assertThat(AnswerInstant.now(CLOCK, tenDaysBefore).stale()).isFalse();
        assertThat(AnswerInstant.now(CLOCK, tenDaysBefore.minusSeconds(1)))
                .isEqualTo(new AnswerInstant(tenDaysBefore.minusSeconds(1), true));
    }

    @Test
    void anEmptyStoreIsAnsweredAsOfTheLastFullHourAndIsNotStale() {
        assertThat(AnswerInstant.now(CLOCK, null))
                .isEqualTo(new AnswerInstant(Instant.parse("2021-09-03T13:00:00Z"), false));
    }
}
