package org.macroedge.server.platform.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.database.FaultLog;
import org.macroedge.server.platform.error.LogMessage;
import org.slf4j.LoggerFactory;

/// Asks a Redis or Valkey, by commands that Redis 7.0 has. One that does not answer is asked again a second
/// later. A question waits for a quarter of a second at most, and behind those that ask at the same time.
/// Thread-safe.
public final class RedisLink implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration REST = Duration.ofSeconds(1);

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final RedisURI redis;
    private final LogMessage lost;
    private final LongSupplier nanoTime;
    private final ClientResources resources = ClientResources.builder()
            .reconnectDelay(Delay.constant(REST))
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .build();
    private final RedisClient client = RedisClient.create(resources);
    private final FaultLog faults = new FaultLog(LoggerFactory.getLogger(RedisLink.class));
    private @Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>> connection;
    private @Nullable Long restEnd;

    /// @param address such as `redis://:password@host:6379/0`
    /// @param lost what the log says where it cannot be used, with its address and the seconds until it is
    /// tried again
    public RedisLink(String address, LogMessage lost, LongSupplier nanoTime) {
        this.redis = RedisOptions.address(address, PATIENCE);
        this.lost = lost;
        this.nanoTime = nanoTime;
        client.setOptions(RedisOptions.client(PATIENCE).build());
    }

    /// Null where Redis rests, is not connected yet, or fails.
    public synchronized <T> @Nullable T ask(Function<RedisCommands<String, byte[]>, @Nullable T> question) {
        if (restEnd != null && nanoTime.getAsLong() - restEnd < 0) {
            return null;
        }
        try {
            StatefulRedisConnection<String, byte[]> connected = connected();
            T answer = connected == null ? null : question.apply(connected.sync());
            if (connected != null) {
                faults.worked();
            }
            return answer;
        } catch (RuntimeException fault) {
            restEnd = nanoTime.getAsLong() + REST.toNanos();
            faults.warn(lost.advice(redis.getHost() + ":" + redis.getPort(), REST.toSeconds()));
            return null;
        }
    }

    /// Connects in the background; a connection that was made once comes back by itself.
    private @Nullable StatefulRedisConnection<String, byte[]> connected() {
        CompletableFuture<StatefulRedisConnection<String, byte[]>> begun = connection;
        if (begun == null) {
            connection = client.connectAsync(CODEC, redis).toCompletableFuture();
            return null;
        }
        if (begun.isCompletedExceptionally()) {
            connection = null;
        }
        return begun.isDone() ? begun.join() : null;
    }

    @Override
    public void close() {
        client.shutdown();
        resources.shutdown();
    }
}
