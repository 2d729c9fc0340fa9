package org.macroedge.server.cli;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.HistoryGrid;
import picocli.CommandLine.Option;

/// The period of a history and its points.
final class PeriodOptions {

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Start of the span; a date means its start in UTC (default: a year before its end).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "End of the span (default, and at the latest: the time of --as-of).")
    private @Nullable String to;

    @Option(
            names = "--at",
            paramLabel = "POINTS",
            description =
                    "close: 22:00 UTC from Monday to Friday; or release: every release instant" + " (default: close).")
    private @Nullable HistoryGrid at;

    /// Whether any of them is given.
    boolean isGiven() {
        return from != null || to != null || at != null;
    }

    /// Whether it says at which instants a history has points.
    boolean hasGrid() {
        return at != null;
    }

    @Nullable
    Instant start() {
        return Instants.readStart("--from", from);
    }

    @Nullable
    Instant end() {
        return Instants.read("--to", to);
    }

    HistoryGrid grid() {
        return at == null ? HistoryGrid.CLOSE : at;
    }

    /// As parameters of a request.
    Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(start()));
        parameters.put("to", ReadRunner.text(end()));
        parameters.put("at", grid().code());
        return parameters;
    }
}
