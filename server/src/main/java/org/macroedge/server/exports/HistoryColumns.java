package org.macroedge.server.exports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.bias.view.BiasHistoryPoint;
import org.macroedge.server.bias.view.BiasReading;

/// The CSV columns of a history.
public final class HistoryColumns {

    static final List<Column> COLUMNS = List.of(
            Column.text("instrument", "Id of the instrument"),
            Column.instant("as_of", "The instant of the bias"),
            Column.text("run_id", "Hash of everything that the bias was computed from"),
            Column.number("z", "Sum of the contributions; empty without history"),
            Column.number("score", "−100 to 100"),
            Column.text("label", "The direction; empty where there is a reason"),
            Column.number("health", "coverage · freshness · quality, 0 to 1"),
            Column.number("coverage", "Part of the weights that has a release, 0 to 1"),
            Column.number("freshness", "How recent the releases are, 0 to 1"),
            Column.number("quality", "How good forecasts and scales are, 0 to 1"),
            Column.number("agreement", "How far the reasons point one way, 0 to 1"),
            Column.number("breadth", "The number of reasons of equal size that would be as concentrated"),
            Column.number("new_share", "Part of the reasons that is younger than 48 hours, 0 to 1"),
            Column.text("reason", "Why there is no label; empty where there is one"),
            Column.yesNo("weights_prior", "Whether directions of the weight set depend on the regime of a region"));

    /// Their names.
    public static final List<String> NAMES = Column.names(COLUMNS);

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
                reading.reason(),
                history.run().weightsPrior());
    }
}
