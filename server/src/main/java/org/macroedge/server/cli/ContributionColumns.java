package org.macroedge.server.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.view.ReleaseContribution;

/// The CSV columns of what a release adds to a bias or to a surprise index.
final class ContributionColumns {

    private static final List<String> NAMES = List.of(
            "indicator",
            "region",
            "category",
            "release_id",
            "released_at",
            "actual",
            "forecast",
            "forecast_kind",
            "surprise",
            "sigma",
            "sigma_observations",
            "z_raw",
            "z",
            "age_days",
            "decay",
            "weight",
            "contribution",
            "marks");

    private ContributionColumns() {}

    /// The names of the columns, after those of the answer.
    static List<String> after(String... answer) {
        return Stream.concat(Arrays.stream(answer), NAMES.stream()).toList();
    }

    /// The cells of a row, after those of the answer.
    static List<@Nullable Object> cells(ReleaseContribution contribution, Object... answer) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(answer));
        cells.addAll(Arrays.asList(
                contribution.indicator(),
                contribution.region(),
                contribution.category(),
                contribution.releaseId(),
                contribution.releasedAt(),
                contribution.actual(),
                contribution.forecast(),
                contribution.forecastKind(),
                contribution.surprise(),
                contribution.sigma(),
                contribution.sigmaObservations(),
                contribution.zRaw(),
                contribution.z(),
                contribution.ageDays(),
                contribution.decay(),
                contribution.weight(),
                contribution.contribution(),
                String.join(" ", contribution.marks())));
        return cells;
    }
}
