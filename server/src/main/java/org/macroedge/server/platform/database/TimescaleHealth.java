package org.macroedge.server.platform.database;

import java.util.Arrays;
import java.util.List;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.timescale.StorePart;
import org.macroedge.server.platform.timescale.TimescaleServer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Whether the store has what it keeps in TimescaleDB, and the server of the database still covers it.
final class TimescaleHealth implements HealthIndicator {

    static final Status SLOWER = new Status("SLOWER");

    private final Database database;

    TimescaleHealth(Database database) {
        this.database = database;
    }

    @Override
    public Health health() {
        List<StorePart> used =
                Arrays.stream(StorePart.values()).filter(database::has).toList();
        if (used.isEmpty()) {
            return Health.up().build();
        }
        try {
            String lost = database.lost();
            return lost.isEmpty()
                    ? licence(used)
                    : Health.down().withDetail("reason", reason(lost)).build();
        } catch (MacroEdgeException silent) {
            return Health.unknown().build(); // part `database` says so
        }
    }

    private static String reason(String lost) {
        return "the store has lost " + lost + ": stop the servers, and run `database timescale`";
    }

    private Health licence(List<StorePart> used) {
        TimescaleServer server = database.timescale();
        List<String> refused = used.stream()
                .filter(part -> !server.allows(part))
                .map(Coded::code)
                .toList();
        return refused.isEmpty()
                ? Health.up().build()
                : Health.status(SLOWER)
                        .withDetail(
                                "reason",
                                "licence " + server.licence() + " of TimescaleDB does not cover "
                                        + String.join(", ", refused) + ", which the store uses")
                        .build();
    }
}
