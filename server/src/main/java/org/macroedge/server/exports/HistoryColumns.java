package org.macroedge.server.exports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.bias.view.BiasHistoryPoint;

/// The columns of a bias over time.
public final class HistoryColumns {

    /// Their names.
    public static final List<String> NAMES = List.of(
            "instrument",
            "as_of",
            "run_id",
            "z",
            "score",
            "label",
            "confidence",
            "coverage",
            "freshness",
            "quality",
            "agreement",
            "reason");

    private HistoryColumns() {}

    /// A point in the order of [#NAMES].
    public static List<@Nullable Object> cells(BiasHistory run, BiasHistoryPoint one) {
        return Arrays.asList(
                run.instrument(),
                one.asOf(),
                one.runId(),
                one.z(),
                one.score(),
                one.label(),
                one.confidence(),
                one.coverage(),
                one.freshness(),
                one.quality(),
                one.agreement(),
                one.reason());
    }
}
