package org.macroedge.server.catalogue;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Shows how this process's catalogue files stand to the catalogue in force. A difference or a faulty edit
/// leaves the process up: it answers by the catalogue in force.
public final class CatalogueHealth implements HealthIndicator {

    private final CatalogueInForce inForce;

    public CatalogueHealth(CatalogueInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public Health health() {
        try {
            return health(inForce.state());
        } catch (RuntimeException fault) {
            // the database is down, which its own health says
            return Health.unknown().build();
        }
    }

    private static Health health(CatalogueState state) {
        Health.Builder health = Health.up()
                .withDetail("hash", state.hash())
                .withDetail("inForce", state.inForce())
                .withDetail("faults", texts(state.faults()))
                .withDetail("unreadable", texts(state.unreadable()));
        return state.difference() == null
                ? health.build()
                : health.withDetail("difference", state.difference()).build();
    }

    private static List<String> texts(List<CatalogueFault> faults) {
        return faults.stream().map(CatalogueFault::toString).toList();
    }
}
