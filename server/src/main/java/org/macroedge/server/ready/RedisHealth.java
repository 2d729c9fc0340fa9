package org.macroedge.server.ready;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Whether Redis can be used. Without it a server is slower, never wrong: it stays ready.
final class RedisHealth implements HealthIndicator {

    /// No part of the order of severities, so that the whole stays up.
    static final Status SLOWER = new Status("SLOWER");

    private final SharedAnswers shared;

    RedisHealth(SharedAnswers shared) {
        this.shared = shared;
    }

    @Override
    public Health health() {
        if (shared == SharedAnswers.NONE) {
            return Health.unknown().withDetail("reason", "no Redis is named").build();
        }
        return shared.isReachable()
                ? Health.up().build()
                : Health.status(SLOWER)
                        .withDetail("reason", "Redis cannot be used; this server makes its own answers meanwhile")
                        .build();
    }
}
