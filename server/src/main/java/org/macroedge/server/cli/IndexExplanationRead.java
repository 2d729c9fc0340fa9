package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.indices.view.IndexContribution;
import org.macroedge.server.indices.view.IndexExplanation;
import org.macroedge.server.indices.view.IndexItem;

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
                COLUMNS,
                answer -> answer.contributions().stream()
                        .map(contribution -> cells(answer, contribution))
                        .toList(),
                IndexExplanationRead::table);
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

    private static void table(PrintWriter out, IndexExplanation answer) {
        Tables.heading(out, answer.header().answer());
        IndexItem item = answer.item();
        out.printf(
                "%s, %s: z %s, coverage %s, %d of %d indicators live%n",
                item.index(),
                item.name(),
                Tables.decimals(item.z()),
                Tables.percent(item.coverage()),
                item.live(),
                item.indicators());
        String notes = IndexCommand.notes(item);
        if (!notes.isEmpty()) {
            out.println("Note: " + notes + ".");
        }
        out.printf(
                "%n%-18s %-2s %-20s %12s %15s %6s %5s %7s %6s  %s%n",
                "indicator", "", "released", "actual", "forecast", "z", "decay", "weight", "adds", "marks");
        answer.contributions().forEach(contribution -> out.println(line(contribution)));
        out.printf("%-18s %72s %6s%n", "total", "", Tables.decimals(item.z()));
    }

    private static String line(IndexContribution contribution) {
        return String.format(
                        Locale.ROOT,
                        "%-18s %-2s %-20s %12s %15s %6s %5.2f %+7.3f %6s  %s",
                        contribution.shortName(),
                        contribution.region(),
                        contribution.releasedAt(),
                        Tables.plain(contribution.actual()),
                        Tables.forecast(contribution.forecast(), contribution.marks()),
                        Tables.decimals(contribution.z()),
                        contribution.decay(),
                        contribution.weight(),
                        Tables.decimals(contribution.contribution()),
                        String.join(" ", contribution.marks()))
                .stripTrailing();
    }
}
