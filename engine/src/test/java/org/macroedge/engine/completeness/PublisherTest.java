package org.macroedge.engine.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;

class PublisherTest {

    private static final long DUE = 30;
    private static final int ROUNDS = 20_000;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/release-state.csv", numLinesToSkip = 2)
    void theFirstRuleThatAppliesDecides(
            String rule,
            Frequency frequency,
            String last,
            Announcement announcement,
            @Nullable String schedules,
            long days,
            long seconds,
            String state,
            String reason) {
        Indicator indicator = indicator(frequency);
        List<ScheduledRelease> given = Cases.list(schedules).stream()
                .map(cell -> cell.split("@"))
                .map(parts -> schedule(indicator, Long.parseLong(parts[0]), Long.valueOf(parts[1])))
                .toList();
        long published = last.equals("-") ? Publisher.NONE : Long.parseLong(last) * Samples.DAY;

        Standing standing = Publisher.of(indicator, given, published, days * Samples.DAY + seconds)
                .standing(DUE * Samples.DAY, announcement);

        assertThat(standing.state().code()).as(rule).isEqualTo(state);
        assertThat(String.valueOf(standing.reason()).toLowerCase().replace('_', '-'))
                .as(rule)
                .isEqualTo(reason);
    }

    private static Indicator indicator(Frequency frequency) {
        return Samples.indicator("us-x", Region.US, Category.GROWTH, frequency, null, null);
    }

    private static ScheduledRelease schedule(Indicator indicator, long day, @Nullable Long captured) {
        return new ScheduledRelease(
                Samples.id("us-x", day), indicator.id(), day(day), captured == null ? null : day(captured), "a", null);
    }

    private static Instant day(long day) {
        return Instant.ofEpochSecond(day * Samples.DAY);
    }

    /// What was announced of an indicator, its newest release, and the day that its cadence predicts.
    private record History(Indicator indicator, List<ScheduledRelease> schedules, long last, long predicted) {

        static History random(SplittableRandom random) {
            Indicator indicator = PublisherTest.indicator(Frequency.values()[random.nextInt(4)]);
            List<ScheduledRelease> schedules = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                Long captured = random.nextInt(4) == 0 ? null : random.nextLong(-20, 120);
                schedules.add(schedule(indicator, random.nextLong(-20, 150), captured));
            }
            long last = random.nextInt(8) == 0 ? Publisher.NONE : random.nextLong(60) * Samples.DAY;
            long predicted = last == Publisher.NONE ? Long.MAX_VALUE : last + random.nextLong(1, 120) * Samples.DAY;
            return new History(indicator, schedules, last, predicted);
        }

        Publisher publisher(long second) {
            return Publisher.of(indicator, schedules, last, second);
        }

        /// The standings of its releases without a figure: those announced by then, else the one of the cadence.
        List<Standing> open(long second) {
            Publisher publisher = publisher(second);
            List<Standing> open = new ArrayList<>();
            boolean next = false;
            for (ScheduledRelease schedule : schedules) {
                Instant captured = schedule.capturedAt();
                long due = schedule.scheduledAt().getEpochSecond();
                if ((captured == null ? due : captured.getEpochSecond()) <= second) {
                    open.add(publisher.standing(due, captured == null ? Announcement.HISTORY : Announcement.CAPTURED));
                    next |= due > last;
                }
            }
            if (!next && last != Publisher.NONE) {
                open.add(publisher.standing(publisher.nextDueAt(predicted), Announcement.CADENCE));
            }
            return open;
        }
    }

    @Test
    void thePublisherIsLateIfAndOnlyIfOneOfItsReleasesIsOutstanding() {
        SplittableRandom random = new SplittableRandom(29);
        int late = 0;
        for (int round = 0; round < ROUNDS; round++) {
            History history = History.random(random);
            long second = Math.max(0, history.last()) + random.nextLong(160 * Samples.DAY);
            boolean outstanding = history.open(second).stream().anyMatch(Standing::isOutstanding);

            assertThat(outstanding)
                    .as("round %d: %s at %d", round, history, second)
                    .isEqualTo(history.publisher(second).isLate());
            late += outstanding ? 1 : 0;
        }
        assertThat(late).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    @Test
    void aReleaseThatDoesNotComeGoesThroughItsStatesInTheirOrder() {
        SplittableRandom random = new SplittableRandom(30);
        for (int round = 0; round < ROUNDS / 20; round++) {
            Indicator indicator = PublisherTest.indicator(Frequency.values()[random.nextInt(4)]);
            Announcement announcement = Announcement.values()[random.nextInt(3)];
            long due = random.nextLong(1, 60) * Samples.DAY;
            List<ScheduledRelease> schedules = announcement == Announcement.CAPTURED
                    ? List.of(schedule(indicator, due / Samples.DAY, 0L))
                    : List.of();
            List<Integer> states = IntStream.range(0, 300)
                    .mapToObj(day -> Publisher.of(indicator, schedules, 0, day * Samples.DAY))
                    .map(publisher ->
                            publisher.standing(due, announcement).state().ordinal())
                    .toList();

            assertThat(states).as("round %d", round).isSorted();
        }
    }

    @Test
    void whatIsCapturedLaterChangesNoEarlierState() {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < ROUNDS / 4; round++) {
            History history = History.random(random);
            long day = random.nextLong(120);
            List<ScheduledRelease> more = new ArrayList<>(history.schedules());
            more.add(schedule(history.indicator(), random.nextLong(200), day + 1));
            History later = new History(history.indicator(), more, history.last(), history.predicted());

            assertThat(later.open(day * Samples.DAY)).isEqualTo(history.open(day * Samples.DAY));
        }
    }

    @Test
    void everyReasonIsASentence() {
        assertThat(Arrays.stream(StateReason.values()).map(StateReason::sentence))
                .allMatch(sentence -> sentence.endsWith(".") && sentence.length() > 20);
    }

    @Test
    void whatShouldHaveAFigureAndHasNoneIsOpen() {
        assertThat(Arrays.stream(ReleaseState.values()).filter(ReleaseState::isOpen))
                .containsExactly(ReleaseState.DUE, ReleaseState.LATE, ReleaseState.MISSING);
        assertThat(Standing.RELEASED.isOutstanding()).isFalse();
        assertThat(Standing.CANCELLED.isOutstanding()).isFalse();
        assertThat(Standing.WITHDRAWN.isOutstanding()).isFalse();
    }
}
