package org.macroedge.server.platform.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/// Whether each part of the server works, as `/actuator/health` says, for those who read metrics alone.
@ServerOnly
public final class PartMeters implements MeterBinder {

    private final HealthContributorRegistry parts;
    private final Sampled<Map<String, HealthDescriptor>> health;

    PartMeters(HealthContributorRegistry parts, HealthEndpoint endpoint) {
        this.parts = parts;
        this.health = new Sampled<>(() -> of(endpoint.health()));
    }

    private static Map<String, HealthDescriptor> of(HealthDescriptor health) {
        Map<String, HealthDescriptor> known =
                health instanceof CompositeHealthDescriptor all ? all.getComponents() : null;
        return known == null ? Map.of() : known;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        parts.stream()
                .map(HealthContributors.Entry::name)
                .sorted()
                .forEach(part -> Gauge.builder("macro.edge.part.up", this, meters -> meters.value(part))
                        .description("Whether a part of the server works: 1, or 0 where it does not")
                        .tag("part", part)
                        .strongReference(true)
                        .register(registry));
    }

    private double value(String part) {
        return value(health.get()
                .map(known -> known.get(part))
                .map(HealthDescriptor::getStatus)
                .orElse(Status.UNKNOWN));
    }

    /// Not a number where nobody knows, or where there is no such part, as of Redis where none is named.
    static double value(Status status) {
        if (status.equals(Status.UNKNOWN)) {
            return Double.NaN;
        }
        return status.equals(Status.UP) ? 1 : 0;
    }
}
