package org.macroedge.server.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.access.limits.SharedTokens.Grant;
import org.macroedge.server.platform.config.Rate;
import org.macroedge.server.ready.RedisProcess;

/// Limits in a real Redis and a real Valkey: shared while they run, and kept by each server whatever happens
/// to them.
@Tag("system")
@Timeout(120)
class SharedLimitsTest {

    private static final Rate RATE = new Rate(60_000, 500);
    private static final int CLIENTS = 8;

    private static RedisTokens connected(RedisProcess redis) {
        RedisTokens tokens = new RedisTokens(redis.address(), () -> "test", System::nanoTime);
        awaitShared(tokens);
        return tokens;
    }

    /// The connection is made in the background, and until then each server is alone.
    private static void awaitShared(RedisTokens tokens) {
        while (tokens.take("other", "a", RATE, 1) == null) {
            Thread.onSpinWait();
        }
    }

    /// Asks from many threads until so many tokens were taken.
    private static Taken taken(List<TokenLimit> servers, int enough) throws Exception {
        Taken taken = new Taken();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                TokenLimit server = servers.get(client % servers.size());
                running.add(clients.submit(() -> ask(server, taken, enough)));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        return taken;
    }

    private static void ask(TokenLimit server, Taken taken, int enough) {
        while (taken.tokens() < enough) {
            long from = System.nanoTime();
            if (server.take("a", 1).paid()) {
                taken.add(from, System.nanoTime(), 1);
            } else {
                Thread.yield();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void twoServersTakeNoMoreTogetherThanTheBucketAndOneSecondsTokens(String name) throws Exception {
        try (RedisProcess redis = RedisProcess.start(name);
                RedisTokens one = connected(redis);
                RedisTokens another = connected(redis)) {
            Taken taken = taken(
                    List.of(
                            new TokenLimit("test", RATE, 10, one, System::nanoTime),
                            new TokenLimit("test", RATE, 10, another, System::nanoTime)),
                    3_000);

            // each alone would take as much within a second
            taken.assertWithin(RATE, Lease.LIFE.toNanos());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void aBucketGivesWhatItHasAndItsKeyEndsWhenItIsFull(String name) throws Exception {
        Rate slow = new Rate(5, 10);
        try (RedisProcess redis = RedisProcess.start(name);
                RedisTokens tokens = connected(redis)) {
            redis.ask(RedisCommands::flushall);
            assertThat(tokens.take("test", "a", slow, 4)).matches(grant -> grant.tokens() == 4 && grant.left() == 6);
            assertThat(tokens.take("test", "a", slow, 7)).matches(grant -> grant.tokens() == 6 && grant.left() == 0);
            Grant none = tokens.take("test", "a", slow, 1);
            assertThat(none.tokens()).isZero();
            assertThat(none.nanosUntilNext())
                    .isBetween(1L, Duration.ofSeconds(12).toNanos());
            assertThat(tokens.take("test", "b", slow, 10).tokens()).isEqualTo(10);
            assertThat(tokens.take("others", "a", slow, 10).tokens()).isEqualTo(10);
            for (String key : redis.ask(commands -> commands.keys("*"))) {
                long millis = redis.ask(commands -> commands.pttl(key));
                assertThat(millis).isBetween(1L, Duration.ofMinutes(2).toMillis() + 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void aValueThatNoServerWroteGivesNoMoreThanAFullBucket(String name) throws Exception {
        Rate slow = new Rate(5, 10);
        try (RedisProcess redis = RedisProcess.start(name);
                RedisTokens tokens = connected(redis)) {
            redis.ask(RedisCommands::flushall);
            tokens.take("test", "a", slow, 1);
            String key = redis.ask(commands -> commands.keys("*")).getFirst();
            for (String value : List.of("", "x", "nan", "-nan", "-inf", "-1", "0", "1e300")) {
                redis.ask(commands -> commands.set(key, value));
                int taken = tokens.take("test", "a", slow, 100).tokens();
                assertThat(taken).as(value).isIn(0, 10);
                assertThat(tokens.take("test", "a", slow, 100).tokens())
                        .as(value)
                        .isZero();
            }
            redis.ask(commands -> commands.set(key, "inf"));
            assertThat(tokens.take("test", "a", slow, 1).tokens()).isZero();
            redis.ask(commands -> commands.del(key));
            redis.ask(commands -> commands.lpush(key, "x"));
            assertThat(tokens.take("test", "a", slow, 1))
                    .as("each server alone")
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void whateverHappensToRedisEachServerGoesOnAndKeepsTheLimit(String name) throws Exception {
        try (RedisProcess redis = RedisProcess.start(name);
                RedisTokens one = connected(redis);
                RedisTokens another = connected(redis)) {
            List<TokenLimit> servers = List.of(
                    new TokenLimit("test", RATE, 10, one, System::nanoTime),
                    new TokenLimit("test", RATE, 10, another, System::nanoTime));
            List<Step> steps = List.of(
                    () -> redis.signal("STOP"),
                    () -> redis.signal("CONT"),
                    redis::kill,
                    redis::start,
                    () -> redis.ask(commands -> commands.configSet("maxmemory", "1")),
                    () -> redis.ask(commands -> commands.scriptFlush()),
                    redis::kill);
            for (Step step : steps) {
                step.run();
                for (TokenLimit server : servers) {
                    taken(List.of(server), 600).assertWithin(RATE, 0);
                }
            }
            redis.start();
            List.of(one, another).forEach(SharedLimitsTest::awaitShared);
            taken(servers, 4_000).assertWithin(RATE, Lease.LIFE.toNanos());
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
