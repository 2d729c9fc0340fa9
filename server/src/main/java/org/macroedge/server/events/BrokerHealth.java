package org.macroedge.server.events;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Whether the broker takes events. Where it does not, they wait in the log and nothing else
/// changes: the server stays ready.
final class BrokerHealth implements HealthIndicator {

    /// No part of the order of severities, so that the whole stays up.
    static final Status WAITING = new Status("WAITING");

    private final EventForwarding forwarding;

    BrokerHealth(EventForwarding forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public Health health() {
        if (!forwarding.forwarder().isUsed()) {
            return Health.unknown().withDetail("reason", "no broker is named").build();
        }
        if (!forwarding.isSending()) {
            return Health.down()
                    .withDetail("reason", "events are not sent to the broker")
                    .build();
        }
        String fault = forwarding.forwarder().fault();
        return fault == null
                ? up()
                : Health.status(WAITING).withDetail("reason", fault).build();
    }

    private Health up() {
        return Health.up()
                .withDetail("deadLetters", forwarding.forwarder().deadLetters())
                .build();
    }
}
