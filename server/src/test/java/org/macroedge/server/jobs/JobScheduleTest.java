package org.macroedge.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.platform.config.ServerRole;

class JobScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "08:45, Europe/Berlin, 2026-11-26T07:44:59Z, 2026-11-26T07:45:00Z",
        "08:45, Europe/Berlin, 2026-11-26T07:45:00Z, 2026-11-27T07:45:00Z",
        "08:30, America/New_York, 2026-03-07T13:30:00Z, 2026-03-08T12:30:00Z",
        "08:30, America/New_York, 2026-10-31T12:30:00Z, 2026-11-01T13:30:00Z",
        // 02:30 does not exist on that day, and 01:30 happens twice
        "02:30, America/New_York, 2026-03-08T05:00:00Z, 2026-03-08T07:30:00Z",
        "01:30, America/New_York, 2026-11-01T05:00:00Z, 2026-11-01T05:30:00Z",
        "01:30, America/New_York, 2026-11-01T05:30:00Z, 2026-11-02T06:30:00Z",
        "00:30, Pacific/Apia, 2011-12-29T23:00:00Z, 2011-12-30T10:30:00Z"
    })
    void theNextTimeIsTheOneOnTheClockOfTheZone(LocalTime time, String zone, Instant after, Instant next) {
        assertThat(new JobSchedule(ZoneId.of(zone), List.of(time)).next(after)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "08:45, Europe/Berlin, 2026-11-26T07:45:00Z, 2026-11-26T07:45:00Z",
        "08:45, Europe/Berlin, 2026-11-26T07:44:59Z, 2026-11-25T07:45:00Z",
        "08:30, America/New_York, 2026-03-08T12:30:00Z, 2026-03-08T12:30:00Z",
        "08:30, America/New_York, 2026-03-08T12:29:59Z, 2026-03-07T13:30:00Z",
        "08:30, America/New_York, 2026-11-01T13:29:59Z, 2026-10-31T12:30:00Z",
        // 02:30 does not exist on that day, and 01:30 happens twice
        "02:30, America/New_York, 2026-03-08T07:30:00Z, 2026-03-08T07:30:00Z",
        "01:30, America/New_York, 2026-11-01T06:30:00Z, 2026-11-01T05:30:00Z",
        "23:30, Pacific/Auckland, 2026-11-26T10:29:59Z, 2026-11-25T10:30:00Z",
        "00:30, Pacific/Apia, 2011-12-30T10:29:59Z, 2011-12-29T10:30:00Z"
    })
    void theLastTimeIsTheOneThatPassedLast(LocalTime time, String zone, Instant now, Instant last) {
        assertThat(new JobSchedule(ZoneId.of(zone), List.of(time)).last(now)).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Tokyo", "Africa/Casablanca"})
    void everyTimeOfEveryDayHappensOnce(String name) {
        ZoneId zone = ZoneId.of(name);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        List<LocalTime> times =
                List.of(LocalTime.of(random.nextInt(24), 30), LocalTime.of(1, random.nextInt(60)), LocalTime.of(2, 30));
        JobSchedule schedule = new JobSchedule(zone, times);
        LocalDate first = LocalDate.of(2024, 1, 1);
        long days = 3 * 366;
        Instant end = first.plusDays(days).atStartOfDay(zone).toInstant();
        List<Instant> happened = new ArrayList<>();
        Instant next = schedule.next(first.atStartOfDay(zone).toInstant().minusNanos(1));
        while (next.isBefore(end)) {
            happened.add(next);
            assertThat(schedule.last(next)).isEqualTo(next);
            Instant following = schedule.next(next);
            assertThat(schedule.last(following.minusNanos(1))).isEqualTo(next);
            next = following;
        }

        assertThat(happened).hasSize((int) days * schedule.times().size()).isSorted();
        assertThat(happened.stream()
                        .map(instant -> LocalDate.ofInstant(instant, zone))
                        .distinct())
                .hasSize((int) days);
    }

    @Test
    void aScheduleIsWrittenForPeople() {
        JobSchedule schedule =
                new JobSchedule(ZoneId.of("Europe/Berlin"), List.of(LocalTime.of(18, 0), LocalTime.of(8, 5)));

        assertThat(schedule.text()).isEqualTo("08:05 and 18:00 Europe/Berlin");
        assertThat(new JobSchedule(ZoneOffset.UTC, List.of(LocalTime.NOON)).text())
                .isEqualTo("12:00 UTC");
        assertThatThrownBy(() -> new JobSchedule(ZoneOffset.UTC, List.of())).hasMessage("a schedule needs a time");
    }

    @Test
    void retriesComeLaterAndLaterAndNotAllAtOnce() {
        Instant now = Instant.parse("2026-11-26T07:45:00Z");
        Job first = new Job("first", "", null, Set.of(), ServerRole.INGESTION, () -> "");
        Job second = new Job("second", "", null, Set.of(), ServerRole.INGESTION, () -> "");
        for (int attempt = 1; attempt <= JobScheduler.RETRIES; attempt++) {
            Duration longest = Duration.ofSeconds((long) (90 * Math.pow(5, attempt - 1)));

            assertThat(JobScheduler.pause(first, attempt, now))
                    .isBetween(longest.dividedBy(3), longest)
                    .isNotEqualTo(JobScheduler.pause(second, attempt, now));
        }
    }
}
