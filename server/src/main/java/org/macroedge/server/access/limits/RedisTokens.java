package org.macroedge.server.access.limits;

import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Rate;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.hash.Sha256;
import org.macroedge.server.platform.redis.RedisLink;

/// Buckets in a Redis or Valkey, by the clock of its machine alone. Thread-safe.
final class RedisTokens implements SharedTokens, AutoCloseable {

    /// The bucket of [TokenBucket], in microseconds. What cannot be an instant counts as a full bucket, and
    /// an instant that no bucket of this rate can have as an empty one. A key is there as long as its bucket
    /// is not full.
    private static final String TAKE = """
        local step, burst, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local full = tonumber(redis.call('GET', KEYS[1]) or now) or now
        if full ~= full then full = now end
        full = math.max(now, math.min(full, now + burst * step))
        local there = math.floor((burst * step - (full - now)) / step)
        local taken = math.min(wanted, there)
        if taken > 0 then
          full = math.ceil(full + taken * step)
          redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000) + 1)
        end
        local left = there - taken
        return {taken, left, math.ceil(math.max(0, full + (left + 1) * step - burst * step - now))}
        """;

    private static final int KEY_BYTES = 16;
    private static final int MICROSECOND = 1_000;

    private final RedisLink redis;
    private final Supplier<String> database;

    /// @param address such as `redis://:password@host:6379/0`
    /// @param database which one it is: servers of the same one share their limits
    RedisTokens(String address, Supplier<String> database, LongSupplier nanoTime) {
        this.redis = new RedisLink(address, LogMessage.LIMITS_ALONE, nanoTime);
        this.database = database;
    }

    @Override
    public @Nullable Grant take(String limit, String key, Rate rate, int tokens) {
        String bucket = bucket(limit, key);
        if (bucket == null) {
            return null;
        }
        List<Long> answer = redis.ask(commands -> commands.eval(
                TAKE,
                ScriptOutputType.MULTI,
                new String[] {bucket},
                bytes((double) rate.nanosPerToken() / MICROSECOND),
                bytes(rate.burst()),
                bytes(tokens)));
        return answer == null ? null : new Grant(answer.get(0).intValue(), answer.get(1), answer.get(2) * MICROSECOND);
    }

    /// Says nothing of the caller to those who can list keys. Null where the database does not tell which one
    /// it is.
    private @Nullable String bucket(String limit, String key) {
        try {
            String text = database.get() + "\n" + limit + "\n" + key;
            byte[] hash = Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8));
            return "macro-edge:limit:" + HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (RuntimeException unknown) {
            return null;
        }
    }

    private static byte[] bytes(Number number) {
        return String.valueOf(number).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        redis.close();
    }
}
