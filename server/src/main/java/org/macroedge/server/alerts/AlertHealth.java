package org.macroedge.server.alerts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macroedge.server.alerts.rules.AlertFile;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Whether the channels of the file may be used. One whose receiver refuses the login keeps its alerts, and no restart
/// helps: the server stays ready.
final class AlertHealth implements HealthIndicator {

    /// No part of the order of severities, so that the whole stays up.
    static final Status HELD = new Status("HELD");

    private final AlertFile file;
    private final ChannelHolds holds;

    AlertHealth(AlertFile file, ChannelHolds holds) {
        this.file = file;
        this.holds = holds;
    }

    @Override
    public Health health() {
        if (file.channels().isEmpty()) {
            return Health.unknown()
                    .withDetail("reason", "no channel for alerts is named")
                    .build();
        }
        Map<String, ChannelHolds.Hold> held = holds.all();
        List<String> faults = file.channels().stream()
                .flatMap(channel -> Optional.ofNullable(held.get(channel.id()))
                        .map(hold -> "channel " + channel.id() + " is held until " + hold.until() + ": " + hold.fault())
                        .stream())
                .toList();
        return faults.isEmpty()
                ? Health.up().build()
                : Health.status(HELD)
                        .withDetail("reason", String.join("; ", faults))
                        .build();
    }
}
