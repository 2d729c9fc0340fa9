package org.macroedge.server.exports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.bias.view.BiasHistoryPoint;
import org.macroedge.server.bias.view.BiasReading;

/// The CSV columns of a history.
public final class HistoryColumns {

    /// Their names.
    public static final List<String> NAMES = List.of(
            "instrument",
            "as_of",
            "run_id",
            "z",
            "score",
            "label",
            "health",
            "coverage",
            "freshness",
            "quality",
            "agreement",
            "breadth",
            "new_share",
            "reason");

    private HistoryColumns() {}

    /// A point in the order of [#NAMES].
    public static List<@Nullable Object> cells(BiasHistory history, BiasHistoryPoint point) {
        BiasReading reading = point.reading();
        return Arrays.asList(
                history.instrument(),
                point.asOf(),
                point.runId(),
                reading.z(),
                reading.score(),
                reading.label(),
                reading.health(),
                reading.coverage(),
                reading.freshness(),
                reading.quality(),
                reading.agreement(),
                reading.breadth(),
                reading.newShare(),
                reading.reason());
    }
}
