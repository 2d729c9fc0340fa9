package org.macroedge.server.platform.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;

/// Which roles this server has, so that those who read metrics see when no server of a role is left.
@ServerOnly
public final class RoleMeters implements MeterBinder {

    private final Set<ServerRole> roles;

    RoleMeters(Settings settings) {
        this.roles = settings.roles();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ServerRole role : roles) {
            Gauge.builder("macro.edge.server.role", () -> 1)
                    .description("1 for each role that this server has")
                    .tag("role", role.code())
                    .register(registry);
        }
    }
}
