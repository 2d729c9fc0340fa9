package org.macroedge.server.cli.doctor;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.timescale.StorePart;
import org.macroedge.server.platform.timescale.StoreParts;
import org.macroedge.server.platform.timescale.TimescaleServer;

/// Says what the store uses of TimescaleDB.
public final class TimescaleChecks {

    private static final String NAME = "timescale";

    private static final Map<StorePart, String> WORDS = new EnumMap<>(Map.of(
            StorePart.HYPERTABLES, "hypertables",
            StorePart.AGGREGATE, "a continuous aggregate",
            StorePart.COLUMNSTORE, "the columnstore"));

    private TimescaleChecks() {}

    /// Empty where the server does not have it.
    static Optional<Check> of(Database database, TimescaleSettings settings) {
        TimescaleServer server = database.timescale();
        Set<StorePart> used = used(database);
        return server.installed() == null
                ? Optional.empty()
                : Optional.of(fault(server, used, settings).orElseGet(() -> Check.ok(NAME, text(server, used))));
    }

    /// What to do where the store does not use what it could, or uses what it cannot.
    static Optional<Check> fault(TimescaleServer server, Set<StorePart> used, TimescaleSettings settings) {
        Set<StorePart> refused = copyOf(used);
        refused.removeIf(server::allows);
        if (!refused.isEmpty()) {
            return Optional.of(Check.warn(
                    NAME, DoctorMessage.TIMESCALE_REFUSED, words(refused), String.valueOf(server.licence())));
        }
        Set<StorePart> unused = copyOf(StoreParts.wanted(server, settings));
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            return Optional.of(Check.warn(NAME, DoctorMessage.TIMESCALE_UNUSED, words(unused), version(server)));
        }
        boolean off = used.contains(StorePart.AGGREGATE) && !used.contains(StorePart.COLUMNSTORE);
        return off
                ? Optional.of(Check.warn(
                        NAME, DoctorMessage.COLUMNSTORE_OFF, version(server), TimescaleServer.SAFE_COLUMNSTORE))
                : Optional.empty();
    }

    private static Set<StorePart> copyOf(Set<StorePart> parts) {
        return parts.isEmpty() ? EnumSet.noneOf(StorePart.class) : EnumSet.copyOf(parts);
    }

    /// One sentence without a full stop.
    public static String text(Database database) {
        return text(database.timescale(), used(database));
    }

    private static Set<StorePart> used(Database database) {
        Set<StorePart> used = EnumSet.noneOf(StorePart.class);
        WORDS.keySet().stream().filter(database::has).forEach(used::add);
        return used;
    }

    private static String text(TimescaleServer server, Set<StorePart> used) {
        if (used.isEmpty()) {
            return "the store uses nothing of " + version(server) + "; macro-edge database timescale moves it";
        }
        boolean off = used.contains(StorePart.AGGREGATE) && !used.contains(StorePart.COLUMNSTORE);
        return "the store uses " + words(used) + " of " + version(server) + (off ? "; " + off(server) : "");
    }

    private static String version(TimescaleServer server) {
        return "TimescaleDB " + server.installed() + " (licence " + server.licence() + ")";
    }

    private static String words(Set<StorePart> parts) {
        return WORDS.entrySet().stream()
                .filter(part -> parts.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }

    private static String off(TimescaleServer server) {
        return server.hasSafeColumnstore()
                ? "macro-edge database timescale adds the columnstore"
                : "the columnstore is off, as it can return wrong rows below " + TimescaleServer.SAFE_COLUMNSTORE;
    }
}
