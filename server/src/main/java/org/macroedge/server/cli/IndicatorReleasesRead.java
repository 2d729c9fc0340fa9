package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.view.ConsensusView;
import org.macroedge.server.surprises.view.IndicatorReleases;
import org.macroedge.server.surprises.view.ReleaseItem;
import org.macroedge.server.surprises.view.VerdictView;

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
                COLUMNS,
                answer -> answer.items().stream()
                        .map(IndicatorReleasesRead::cells)
                        .toList(),
                IndicatorReleasesRead::table);
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

    private static void table(PrintWriter out, IndicatorReleases answer) {
        Tables.heading(out, answer.header());
        out.printf("%s, %s, %s%n", answer.indicator(), answer.name(), answer.unit());
        consensus(out, answer.consensus());
        out.println();
        out.printf(
                "%-20s %12s %15s %12s %12s %10s %6s  %s%n",
                "released", "actual", "forecast", "previous", "surprise", "sigma", "z", "marks");
        answer.items().forEach(release -> out.println(line(release)));
        if (answer.items().isEmpty()) {
            out.println("No releases up to this time.");
        }
    }

    private static void consensus(PrintWriter out, ConsensusView consensus) {
        if (consensus.meanMiss() != null) {
            out.printf(
                    "The consensus has missed by %s\u03c3 on average over %d releases,"
                            + " %s of the misses in that direction.%n",
                    Tables.decimals(consensus.meanMiss()),
                    consensus.releases(),
                    consensus.sameDirection() == null ? "none" : Tables.percent(consensus.sameDirection()));
        }
    }

    private static String line(ReleaseItem release) {
        return String.format(
                        Locale.ROOT,
                        "%-20s %12s %15s %12s %12s %10s %6s  %s",
                        release.releasedAt(),
                        Tables.plain(release.actual()),
                        Tables.forecast(release.forecast(), release.marks()),
                        Tables.plain(release.previous()),
                        Tables.plain(release.surprise()),
                        release.sigma() == null ? "-" : String.format(Locale.ROOT, "%.4g", release.sigma()),
                        Tables.decimals(release.z()),
                        String.join(" ", release.marks()) + verdict(release.verdict()))
                .stripTrailing();
    }

    private static String verdict(@Nullable VerdictView verdict) {
        return verdict == null ? "" : "  " + verdict.verdict() + " by " + verdict.author() + ": " + verdict.reason();
    }
}
