package org.macroedge.server.ready;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.database.FaultLog;
import org.macroedge.server.platform.error.LogMessage;
import org.slf4j.LoggerFactory;

/// Shares answers through Redis or Valkey, by commands that Redis 7.0 has. A Redis that does not answer is asked again
/// a second later. A question waits for a quarter of a second at most, and behind those that ask at the same time.
/// Thread-safe.
final class RedisAnswers implements SharedAnswers, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration REST = Duration.ofSeconds(1);
    /// An answer is right for an hour at most.
    private static final Duration KEPT = Duration.ofHours(1);

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final RedisURI redis;
    private final Supplier<String> prefix;
    private final LongSupplier nanoTime;
    private final ClientResources resources = ClientResources.builder()
            .reconnectDelay(Delay.constant(REST))
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .build();
    private final RedisClient client = RedisClient.create(resources);
    private final FaultLog faults = new FaultLog(LoggerFactory.getLogger(RedisAnswers.class));
    private @Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>> connection;
    private @Nullable Long restEnd;

    /// @param address such as `redis://:password@host:6379/0`
    /// @param prefix of the keys: the same for those servers whose answers are the same; asked for with each answer
    RedisAnswers(String address, Supplier<String> prefix, LongSupplier nanoTime) {
        this.redis = RedisURI.create(address);
        this.prefix = prefix;
        this.nanoTime = nanoTime;
        redis.setTimeout(PATIENCE);
        // by default, the driver tells its name and asks for notices of maintenance by commands that Redis 7.0 lacks
        redis.setLibraryName("");
        redis.setLibraryVersion("");
        client.setOptions(ClientOptions.builder()
                .protocolVersion(ProtocolVersion.RESP2)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build());
    }

    @Override
    public @Nullable DatedAnswer find(String address, Instant recordedAt) {
        String key = key(address, recordedAt);
        byte[] bytes = key == null ? null : ask(commands -> commands.get(key));
        return bytes == null ? null : AnswerBytes.read(bytes, ReadyFilter.MOST_BYTES);
    }

    @Override
    public void keep(String address, Instant recordedAt, DatedAnswer answer) {
        String key = key(address, recordedAt);
        if (key != null) {
            ask(commands -> commands.set(key, AnswerBytes.of(answer), SetArgs.Builder.ex(KEPT.toSeconds())));
        }
    }

    /// Null where the database does not tell which one it is: then nothing is shared.
    private @Nullable String key(String address, Instant recordedAt) {
        try {
            return prefix.get() + recordedAt + ":" + address;
        } catch (RuntimeException unknown) {
            return null;
        }
    }

    /// Null where Redis rests, is not connected yet, or fails.
    private synchronized <T> @Nullable T ask(Function<RedisCommands<String, byte[]>, @Nullable T> question) {
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
        } catch (RuntimeException lost) {
            restEnd = nanoTime.getAsLong() + REST.toNanos();
            faults.warn(LogMessage.REDIS_FAILED.advice(redis.getHost() + ":" + redis.getPort(), REST.toSeconds()));
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
