package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerInstantTest {

    private static final Instant CLOCK = Instant.parse("2021-09-03T13:20:00Z");
    private static final long DAY = 86_400;

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

    @RepeatedTest(200)
    void theInstantIsTheSameUntilTheNextChange(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        List<Instant> news = random.longs(random.nextInt(5), -12 * DAY, DAY)
                .mapToObj(CLOCK::plusSeconds)
                .toList();
        Instant clock = CLOCK.plusNanos(random.nextLong(3_600_000_000_000L));

        Instant change = AnswerInstant.nextChange(clock, news.stream());

        assertThat(change).isAfter(clock);
        long span = Duration.between(clock, change).toNanos();
        for (long nanos : new long[] {0, random.nextLong(span), span - 1}) {
            assertThat(now(clock.plusNanos(nanos), news)).isEqualTo(now(clock, news));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-03T13:20:00Z,,2021-09-03T14:00:00Z",
        "2021-09-03T14:00:00Z,,2021-09-03T15:00:00Z",
        "2021-09-03T13:20:00Z,2021-09-03T13:20:00Z,2021-09-03T14:00:00Z",
        "2021-09-03T13:20:00Z,2021-09-03T13:20:01Z,2021-09-03T13:20:01Z",
        "2021-09-03T13:20:00Z,2021-08-24T13:20:00Z,2021-09-03T13:20:00.000000001Z",
        "2021-09-03T13:20:00Z,2021-08-24T13:50:00Z,2021-09-03T13:50:00.000000001Z",
        "2021-09-03T13:20:00Z,2021-08-24T13:19:59Z,2021-09-03T14:00:00Z"
    })
    void theNextChangeIsAFullHourAReleaseOrTheTenthDayAfterIt(Instant clock, @Nullable Instant news, Instant change) {
        assertThat(AnswerInstant.nextChange(clock, Stream.ofNullable(news))).isEqualTo(change);
    }

    private static AnswerInstant now(Instant clock, List<Instant> news) {
        return AnswerInstant.now(
                clock,
                news.stream()
                        .filter(instant -> !instant.isAfter(clock))
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }
}
