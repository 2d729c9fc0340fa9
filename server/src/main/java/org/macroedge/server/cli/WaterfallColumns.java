package org.macroedge.server.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.view.WaterfallStep;

/// The CSV columns of a step of a change.
final class WaterfallColumns {

    private static final List<String> NAMES = List.of(
            "kind",
            "at",
            "indicator",
            "region",
            "category",
            "release_id",
            "actual",
            "forecast",
            "forecast_kind",
            "z",
            "replaced_release_id",
            "before",
            "part");

    private WaterfallColumns() {}

    /// The names of the columns, after those of the answer.
    static List<String> after(String... answer) {
        return Stream.concat(Arrays.stream(answer), NAMES.stream()).toList();
    }

    /// The cells of a row, after those of the answer.
    static List<@Nullable Object> cells(WaterfallStep step, Object... answer) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(answer));
        cells.addAll(Arrays.asList(
                step.kind(),
                step.at(),
                step.indicator(),
                step.region(),
                step.category(),
                step.releaseId(),
                step.actual(),
                step.forecast(),
                step.forecastKind(),
                step.z(),
                step.replacedReleaseId(),
                step.before(),
                step.part()));
        return cells;
    }
}
