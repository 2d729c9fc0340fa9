package org.macroedge.server.cli;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.HistoryGrid;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The period of a history and its points.
final class PeriodOptions {

    @Mixin
    private final SpanOptions span = new SpanOptions();

    @Option(
            names = "--at",
            paramLabel = "POINTS",
            description =
                    "close: 22:00 UTC from Monday to Friday; or release: every release instant" + " (default: close).")
    private @Nullable HistoryGrid at;

    /// Whether any of them is given.
    boolean isGiven() {
        return span.isGiven() || at != null;
    }

    /// Whether it says at which instants a history has points.
    boolean hasGrid() {
        return at != null;
    }

    @Nullable
    Instant start() {
        return span.start();
    }

    @Nullable
    Instant end() {
        return span.end();
    }

    HistoryGrid grid() {
        return at == null ? HistoryGrid.CLOSE : at;
    }

    /// As parameters of a request.
    Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> parameters = span.parameters();
        parameters.put("at", grid().code());
        return parameters;
    }
}
