package org.macroedge.server.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.platform.config.Rate;

/// Servers that take from the same buckets, which are in memory here: those in a real Redis are those of
/// [SharedLimitsTest]. The clock is the test's.
class LeaseTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final Store store = new Store();

    private final class Store implements SharedTokens {

        private final Map<String, TokenBucket> buckets = new HashMap<>();
        private boolean lost;
        private int asked;

        @Override
        public @Nullable Grant take(String limit, String key, Rate rate, int tokens) {
            if (lost) {
                return null;
            }
            asked++;
            long now = clock.get();
            TokenBucket bucket = buckets.computeIfAbsent(limit + key, name -> new TokenBucket(rate, now));
            int taken = (int) Math.min(tokens, bucket.left(now));
            bucket.take(taken, now);
            long left = bucket.left(now);
            return new Grant(taken, left, left == rate.burst() ? 0 : bucket.nanosUntil((int) left + 1, now));
        }
    }

    private TokenLimit server(Rate rate) {
        return new TokenLimit("test", rate, 100, store, clock::get);
    }

    @ParameterizedTest
    @CsvSource({"60, 10, 1", "600, 200, 2", "3000, 500, 3", "10, 20, 4", "5, 5, 5", "100000, 2000, 6"})
    void inNoSpanServersTakeMoreTogetherThanTheBucketAndOneSecondsTokens(int perMinute, int burst, long seed) {
        Rate rate = new Rate(perMinute, burst);
        List<TokenLimit> servers = List.of(server(rate), server(rate), server(rate));
        SplittableRandom random = new SplittableRandom(seed);
        Taken taken = new Taken();
        for (int request = 0; request < 3_000; request++) {
            int cost = random.nextInt(4) == 0 ? 5 : 1;
            if (servers.get(random.nextInt(3)).take("a", cost).paid()) {
                taken.add(clock.get(), clock.get(), cost);
            }
            clock.addAndGet(random.nextInt(4) == 0 ? random.nextLong(rate.nanosPerToken() * 8) : 0);
        }
        taken.assertWithin(rate, Lease.LIFE.toNanos());
        assertThat(taken.tokens()).isGreaterThan(burst);
    }

    @Test
    void aServerAsksOnceForManyRequests() {
        TokenLimit server = server(new Rate(3_000, 500));
        for (int request = 0; request < 500; request++) {
            assertThat(server.take("a", 1).paid()).isTrue();
        }
        assertThat(store.asked).isEqualTo(10);
    }

    @Test
    void aCallerThatIsRefusedDoesNotMakeAServerAskEachTime() {
        Rate rate = new Rate(3_000, 500);
        TokenLimit first = server(rate);
        TokenLimit second = server(rate);
        while (first.take("a", 1).paid()) {
            // until the bucket is empty
        }
        store.asked = 0;
        for (int request = 0; request < 1_000; request++) {
            assertThat(second.take("a", 1).paid()).isFalse();
        }
        assertThat(store.asked).isEqualTo(1);
    }

    @Test
    void aRefusalSaysWhenTheRequestIsTaken() {
        Rate rate = new Rate(60, 10);
        TokenLimit first = server(rate);
        TokenLimit second = server(rate);
        while (first.take("a", 1).paid()) {
            // until the bucket is empty
        }
        Toll refused = second.take("a", 5);
        assertThat(refused.paid()).isFalse();
        clock.addAndGet(refused.nanos());
        assertThat(second.take("a", 5).paid()).isTrue();
    }

    @Test
    void whatAServerDoesNotUseWithinASecondIsLost() {
        Rate rate = new Rate(600, 100);
        TokenLimit first = server(rate);
        TokenLimit second = server(rate);
        first.take("a", 1); // has taken ten
        for (int request = 0; request < 90; request++) {
            assertThat(second.take("a", 1).paid()).isTrue();
        }
        assertThat(second.take("a", 1).paid()).isFalse();
        assertThat(first.take("a", 1).paid()).isTrue();

        clock.addAndGet(SECOND);
        for (int request = 0; request < 10; request++) {
            assertThat(second.take("a", 1).paid()).isTrue(); // those that came back within the second
        }
        assertThat(first.take("a", 1).paid()).isFalse();
    }

    @Test
    void withoutTheStoreEachServerKeepsTheLimitByItself() {
        Rate rate = new Rate(60, 10);
        List<TokenLimit> servers = List.of(server(rate), server(rate));
        store.lost = true;
        int paid = 0;
        for (TokenLimit server : servers) {
            for (int request = 0; request < 100; request++) {
                paid += server.take("a", 1).paid() ? 1 : 0;
            }
        }
        assertThat(paid).as("once for each server").isEqualTo(20);
        store.lost = false;
        assertThat(servers.getFirst().take("a", 1).paid())
                .as("what it took alone counts on")
                .isFalse();
    }

    @Test
    void whileTheStoreComesAndGoesNoServerTakesMoreThanABucket() {
        Rate rate = new Rate(600, 50);
        List<TokenLimit> servers = List.of(server(rate), server(rate));
        List<Taken> taken = List.of(new Taken(), new Taken());
        SplittableRandom random = new SplittableRandom(7);
        for (int request = 0; request < 5_000; request++) {
            store.lost ^= random.nextInt(50) == 0;
            int server = random.nextInt(2);
            if (servers.get(server).take("a", 1).paid()) {
                taken.get(server).add(clock.get(), clock.get(), 1);
            }
            clock.addAndGet(random.nextInt(4) == 0 ? random.nextLong(SECOND) : 0);
        }
        taken.forEach(one -> one.assertWithin(rate, 0));
    }
}
