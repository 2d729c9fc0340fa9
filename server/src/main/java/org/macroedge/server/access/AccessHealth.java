package org.macroedge.server.access;

import org.macroedge.server.access.keys.ApiKeys;
import org.macroedge.server.platform.config.AccessSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Says who may ask this server, to those whom it knows. It is no fault that nobody may.
final class AccessHealth implements HealthIndicator {

    private final AccessSettings settings;
    private final ApiKeys keys;

    AccessHealth(AccessSettings settings, ApiKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    @Override
    public Health health() {
        try {
            AccessSummary summary = AccessSummary.of(settings, keys);
            return Health.up()
                    .withDetail("mode", summary.mode())
                    .withDetail("keys", summary.keys())
                    .withDetail("text", summary.text())
                    .build();
        } catch (RuntimeException fault) {
            // the database is down, which its own health says
            return Health.unknown().build();
        }
    }
}
