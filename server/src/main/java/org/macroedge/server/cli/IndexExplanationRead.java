package org.macroedge.server.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.tables.IndexTables;
import org.macroedge.server.indices.view.IndexContribution;
import org.macroedge.server.indices.view.IndexExplanation;

/// The read of one surprise index down to its releases.
final class IndexExplanationRead {

    private static final List<String> COLUMNS = List.of(
            "index",
            "as_of",
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

    private IndexExplanationRead() {}

    static Read<IndexExplanation> of(String id, Supplier<IndexExplanation> local) {
        return new Read<>(
                "indices/" + id,
                Map.of(),
                IndexExplanation.class,
                local,
                answer -> answer.header().answer(),
                COLUMNS,
                answer -> answer.contributions().stream()
                        .map(contribution -> cells(answer, contribution))
                        .toList(),
                IndexTables::print);
    }

    private static List<@Nullable Object> cells(IndexExplanation answer, IndexContribution contribution) {
        return Arrays.asList(
                answer.item().index(),
                answer.header().answer().asOf(),
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
                String.join(" ", contribution.marks()));
    }
}
