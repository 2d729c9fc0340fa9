package org.macroedge.server.cli;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Option;

/// The span of a history.
final class SpanOptions {

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

    /// Whether either of them is given.
    boolean isGiven() {
        return from != null || to != null;
    }

    @Nullable
    Instant start() {
        return Instants.readStart("--from", from);
    }

    @Nullable
    Instant end() {
        return Instants.read("--to", to);
    }

    /// As parameters of a request.
    Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(start()));
        parameters.put("to", ReadRunner.text(end()));
        return parameters;
    }
}
