package org.macroedge.server.cli.doctor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.redis.RedisProbe;

/// Checks the Redis that servers share.
public final class RedisChecks {

    private static final String NAME = "redis";

    private RedisChecks() {}

    /// Empty where none is named.
    public static Optional<Check> of(@Nullable String address) {
        return Optional.ofNullable(address).map(named -> check(RedisProbe.of(named)));
    }

    private static Check check(RedisProbe probe) {
        return switch (probe.outcome()) {
            case ANSWERS -> Check.ok(NAME, probe.place() + " answers");
            case REFUSES -> Check.warn(NAME, DoctorMessage.REDIS_REFUSES, probe.place(), Variable.REDIS_URL.key());
            case SILENT -> Check.warn(NAME, DoctorMessage.REDIS_SILENT, probe.place(), Variable.REDIS_URL.key());
        };
    }
}
