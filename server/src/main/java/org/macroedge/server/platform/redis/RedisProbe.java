package org.macroedge.server.platform.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;

/// Whether a Redis or Valkey can be used now, asked once.
///
/// @param place its host and port
public record RedisProbe(String place, Outcome outcome) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// What came of it.
    public enum Outcome {
        ANSWERS,
        /// It refuses the user or password, or is something else.
        REFUSES,
        SILENT
    }

    /// @param address as of [RedisLink]
    public static RedisProbe of(String address) {
        RedisURI redis = RedisOptions.address(address, PATIENCE);
        RedisClient client = RedisClient.create();
        client.setOptions(RedisOptions.client(PATIENCE).build());
        try {
            return new RedisProbe(redis.getHost() + ":" + redis.getPort(), outcome(client, redis));
        } finally {
            client.shutdown(Duration.ZERO, PATIENCE);
        }
    }

    private static Outcome outcome(RedisClient client, RedisURI redis) {
        try (StatefulRedisConnection<String, String> connection = client.connect(redis)) {
            connection.sync().ping();
            return Outcome.ANSWERS;
        } catch (RedisException fault) {
            return RedisRefusal.in(fault).isPresent() ? Outcome.REFUSES : Outcome.SILENT;
        }
    }
}
