package org.macroedge.server.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.platform.config.Rate;

/// The limit of one server, by a clock that the test sets.
class TokenLimitTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Rate RATE = new Rate(60, 10);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5 * SECOND); // where it overflows

    private TokenLimit limit(Rate rate, int mostKeys) {
        return new TokenLimit("test", rate, mostKeys, SharedTokens.NONE, clock::get);
    }

    @Test
    void aFullBucketIsThereAtOnceAndComesBackEvenly() {
        TokenLimit limit = limit(RATE, 10);
        for (int left = 9; left >= 0; left--) {
            assertThat(limit.take("a", 1)).isEqualTo(new Toll(true, left, (10 - left) * SECOND));
        }
        assertThat(limit.take("a", 1)).isEqualTo(new Toll(false, 0, SECOND));
        clock.addAndGet(SECOND - 1);
        assertThat(limit.take("a", 1)).isEqualTo(new Toll(false, 0, 1));
        clock.addAndGet(1);
        assertThat(limit.take("a", 1)).isEqualTo(new Toll(true, 0, 10 * SECOND));
        clock.addAndGet(100 * SECOND);
        assertThat(limit.take("a", 1)).isEqualTo(new Toll(true, 9, SECOND));
    }

    @Test
    void aRequestThatCostsMoreThanIsLeftTakesNothing() {
        TokenLimit limit = limit(RATE, 10);
        limit.take("a", 5);
        limit.take("a", 2);

        assertThat(limit.take("a", 5)).isEqualTo(new Toll(false, 3, 2 * SECOND));
        assertThat(limit.take("a", 3)).isEqualTo(new Toll(true, 0, 10 * SECOND));
    }

    @Test
    void oneKeyTakesNothingFromAnother() {
        TokenLimit limit = limit(RATE, 10);
        limit.take("a", 10);

        assertThat(limit.take("a", 1).paid()).isFalse();
        assertThat(limit.take("b", 10).paid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 1", "60, 10, 2", "3000, 500, 3", "9999999, 50, 4", "7, 1000, 5", "100000, 6, 6"})
    void inNoSpanMoreIsTakenThanAFullBucketAndWhatComesBack(int perMinute, int burst, long seed) {
        Rate rate = new Rate(perMinute, burst);
        TokenLimit limit = limit(rate, 10);
        SplittableRandom random = new SplittableRandom(seed);
        Taken taken = new Taken();
        long start = clock.get();
        for (int request = 0; request < 2_000; request++) {
            int cost = random.nextInt(4) == 0 ? 5 : 1;
            long now = clock.get() - start;
            Toll toll = limit.take("a", cost);
            if (toll.paid()) {
                taken.add(now, now, cost);
            } else if (random.nextInt(3) == 0) {
                clock.addAndGet(toll.nanos() - 1);
                assertThat(limit.take("a", cost).paid()).isFalse();
                clock.addAndGet(1);
                assertThat(limit.take("a", cost).paid()).isTrue();
                taken.add(clock.get() - start, clock.get() - start, cost);
            }
            clock.addAndGet(random.nextInt(5) == 0 ? random.nextLong(rate.nanosPerToken() * burst) : 0);
        }
        taken.assertWithin(rate, 0);
        assertThat(taken.tokens()).isGreaterThan(burst);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void howeverManyThreadsAskExactlyAFullBucketIsTaken(int cost) {
        TokenLimit limit = limit(new Rate(60, 500), 10);
        AtomicInteger paid = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int request = 0; request < 2_000; request++) {
                threads.submit(() -> limit.take("a", cost).paid() ? paid.addAndGet(cost) : 0);
            }
        }
        assertThat(paid).hasValue(500);
    }

    @Test
    void onlySoManyKeysAreKeptAndThoseThatWereSilentGiveWay() {
        TokenLimit limit = limit(RATE, 3);
        for (String key : List.of("a", "b", "c")) {
            limit.take(key, 1);
        }
        assertThat(limit.take("d", 6).paid()).isTrue();
        assertThat(limit.take("e", 6).paid()).as("d and e share").isFalse();
        assertThat(limit.keys()).isEqualTo(3);

        clock.addAndGet(SECOND);
        limit.take("d", 1);
        assertThat(limit.keys()).as("a, b and c are full again and gave way").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noKeyGetsMoreThanItsBucketWhileKeysComeAndGo(long seed) {
        TokenLimit limit = limit(RATE, 5);
        SplittableRandom random = new SplittableRandom(seed);
        List<Taken> taken = List.of(
                new Taken(), new Taken(), new Taken(), new Taken(), new Taken(), new Taken(), new Taken(), new Taken());
        long start = clock.get();
        for (int request = 0; request < 3_000; request++) {
            int key = random.nextInt(taken.size());
            if (limit.take(String.valueOf(key), 1).paid()) {
                taken.get(key).add(clock.get() - start, clock.get() - start, 1);
            }
            clock.addAndGet(random.nextInt(20) == 0 ? random.nextLong(15 * SECOND) : 0);
            assertThat(limit.keys()).isLessThanOrEqualTo(5);
        }
        taken.forEach(one -> one.assertWithin(RATE, 0));
    }
}
