package org.macroedge.server.ready;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.redis.RedisLink;

/// Shares answers through Redis or Valkey. Thread-safe.
final class RedisAnswers implements SharedAnswers, AutoCloseable {

    /// An answer is right for an hour at most.
    private static final Duration KEPT = Duration.ofHours(1);

    private final RedisLink redis;
    private final Supplier<String> prefix;

    /// @param address such as `redis://:password@host:6379/0`
    /// @param prefix of the keys: the same for those servers whose answers are the same; asked for with each answer
    RedisAnswers(String address, Supplier<String> prefix, LongSupplier nanoTime) {
        this.redis = new RedisLink(address, LogMessage.REDIS_FAILED, nanoTime);
        this.prefix = prefix;
    }

    @Override
    public @Nullable DatedAnswer find(String address, Instant recordedAt) {
        String key = key(address, recordedAt);
        byte[] bytes = key == null ? null : redis.ask(commands -> commands.get(key));
        return bytes == null ? null : AnswerBytes.read(bytes, ReadyFilter.MOST_BYTES);
    }

    @Override
    public void keep(String address, Instant recordedAt, DatedAnswer answer) {
        String key = key(address, recordedAt);
        if (key != null) {
            redis.ask(commands -> commands.set(key, AnswerBytes.of(answer), SetArgs.Builder.ex(KEPT.toSeconds())));
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

    @Override
    public void close() {
        redis.close();
    }
}
