package org.macroedge.server.platform.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells a Redis that answers and refuses from one that does not answer.
public final class RedisRefusal {

    private RedisRefusal() {}

    /// What a Redis answered, among the causes of a fault; empty where it did not answer.
    public static Optional<RedisCommandExecutionException> in(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RedisCommandExecutionException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
