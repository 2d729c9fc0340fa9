package org.macroedge.server.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.tables.ReleasesTable;
import org.macroedge.server.surprises.view.IndicatorReleases;
import org.macroedge.server.surprises.view.ReleaseItem;

/// The releases of one indicator, as `indicators INDICATOR` shows them.
final class IndicatorReleasesRead {

    private static final List<String> COLUMNS = List.of(
            "release_id",
            "released_at",
            "period",
            "actual",
            "forecast",
            "forecast_kind",
            "previous",
            "surprise",
            "sigma",
            "sigma_observations",
            "z_raw",
            "z",
            "reason",
            "source",
            "marks",
            "verdict",
            "verdict_author",
            "verdict_reason");

    private IndicatorReleasesRead() {}

    static Read<IndicatorReleases> of(String indicator, Supplier<IndicatorReleases> local) {
        return new Read<>(
                "indicators/" + indicator + "/releases",
                Map.of(),
                IndicatorReleases.class,
                local,
                IndicatorReleases::header,
                COLUMNS,
                answer -> answer.items().stream()
                        .map(IndicatorReleasesRead::cells)
                        .toList(),
                ReleasesTable::print);
    }

    private static List<@Nullable Object> cells(ReleaseItem release) {
        return Arrays.asList(
                release.releaseId(),
                release.releasedAt(),
                release.period(),
                release.actual(),
                release.forecast(),
                release.forecastKind(),
                release.previous(),
                release.surprise(),
                release.sigma(),
                release.sigmaObservations(),
                release.zRaw(),
                release.z(),
                release.reason(),
                release.source(),
                String.join(" ", release.marks()),
                release.verdict() == null ? null : release.verdict().verdict(),
                release.verdict() == null ? null : release.verdict().author(),
                release.verdict() == null ? null : release.verdict().reason());
    }
}
