package org.macroedge.server.events;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether events are brought into the stored history. One that is behind is not ill: it catches up.
final class EventHealth implements HealthIndicator {

    private final EventPump pump;

    EventHealth(EventPump pump) {
        this.pump = pump;
    }

    @Override
    public Health health() {
        return pump.isDelivering()
                ? Health.up().build()
                : Health.down()
                        .withDetail("reason", "the delivery of events does not run")
                        .build();
    }
}
