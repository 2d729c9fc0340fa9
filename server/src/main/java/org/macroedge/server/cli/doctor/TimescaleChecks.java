package org.macroedge.server.cli.doctor;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.timescale.StorePart;
import org.macroedge.server.platform.timescale.TimescaleServer;

/// Says what the store uses of TimescaleDB.
public final class TimescaleChecks {

    private static final Map<StorePart, String> WORDS = new EnumMap<>(Map.of(
            StorePart.HYPERTABLES, "hypertables",
            StorePart.AGGREGATE, "a continuous aggregate",
            StorePart.COLUMNSTORE, "the columnstore"));

    private TimescaleChecks() {}

    /// Empty where the server does not have it.
    static Optional<Check> of(Database database) {
        return database.timescale().installed() == null
                ? Optional.empty()
                : Optional.of(Check.ok("timescale", text(database)));
    }

    /// One sentence without a full stop.
    public static String text(Database database) {
        TimescaleServer server = database.timescale();
        String version = "TimescaleDB " + server.installed() + " (licence " + server.licence() + ")";
        String used = WORDS.entrySet().stream()
                .filter(part -> database.has(part.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        if (used.isEmpty()) {
            return "the store uses nothing of " + version + "; macro-edge database timescale moves it";
        }
        boolean off = database.has(StorePart.AGGREGATE) && !database.has(StorePart.COLUMNSTORE);
        return "the store uses " + used + " of " + version + (off ? "; " + off(server) : "");
    }

    private static String off(TimescaleServer server) {
        return server.hasSafeColumnstore()
                ? "macro-edge database timescale adds the columnstore"
                : "the columnstore is off, as it can return wrong rows below " + TimescaleServer.SAFE_COLUMNSTORE;
    }
}
