package org.macroedge.server.platform.database;

import java.sql.SQLException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether the database answers, at this moment.
final class DatabaseHealth implements HealthIndicator {

    private final Database database;

    DatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    public synchronized Health health() {
        if (database.hasEnded()) {
            return down("it ended unexpectedly and is being started again");
        }
        try {
            database.ping();
            return Health.up().build();
        } catch (SQLException fault) {
            return down(DatabaseFaults.reason(fault));
        }
    }

    private static Health down(String why) {
        return Health.down().withDetail("reason", why).build();
    }
}
