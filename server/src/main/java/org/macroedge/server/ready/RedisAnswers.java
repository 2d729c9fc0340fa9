package org.macroedge.server.ready;

import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.database.FaultLog;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.redis.RedisLink;
import org.slf4j.LoggerFactory;

/// Shares answers through Redis or Valkey. Thread-safe.
final class RedisAnswers implements SharedAnswers, AutoCloseable {

    /// An answer is right for an hour at most.
    private static final Duration KEPT = Duration.ofHours(1);

    private final RedisLink redis;
    private final Supplier<String> prefix;
    private final FaultLog keyFaults = new FaultLog(LoggerFactory.getLogger(RedisAnswers.class));

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

    @Override
    public boolean isReachable() {
        return redis.ask(RedisCommands::ping) != null;
    }

    /// Null where the database does not tell which one it is: then nothing is shared, which is said once.
    private @Nullable String key(String address, Instant recordedAt) {
        try {
            String key = prefix.get() + recordedAt + ":" + address;
            keyFaults.worked();
            return key;
        } catch (RuntimeException unknown) {
            keyFaults.warn(LogMessage.NOT_SHARED.advice(DatabaseFaults.of(unknown)
                    .map(Throwable::getMessage)
                    .orElseGet(() -> String.valueOf(unknown.getMessage()))));
            return null;
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
