package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
            "marks");

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

    private static List<@Nullable Object> cells(ReleaseItem one) {
        return Arrays.asList(
                one.releaseId(),
                one.releasedAt(),
                one.period(),
                one.actual(),
                one.forecast(),
                one.forecastKind(),
                one.previous(),
                one.surprise(),
                one.sigma(),
                one.sigmaObservations(),
                one.zRaw(),
                one.z(),
                one.reason(),
                one.source(),
                String.join(" ", one.marks()));
    }

    private static void table(PrintWriter out, IndicatorReleases answer) {
        Tables.heading(out, answer.header());
        out.printf("%s, %s, %s%n%n", answer.indicator(), answer.name(), answer.unit());
        out.printf(
                "%-20s %12s %12s %12s %12s %10s %6s  %s%n",
                "released", "actual", "forecast", "previous", "surprise", "sigma", "z", "marks");
        answer.items().forEach(one -> out.println(line(one)));
        if (answer.items().isEmpty()) {
            out.println("Nothing released by then.");
        }
    }

    private static String line(ReleaseItem one) {
        return String.format(
                        Locale.ROOT,
                        "%-20s %12s %12s %12s %12s %10s %6s  %s",
                        one.releasedAt(),
                        Tables.plain(one.actual()),
                        Tables.plain(one.forecast()),
                        Tables.plain(one.previous()),
                        Tables.plain(one.surprise()),
                        one.sigma() == null ? "-" : String.format(Locale.ROOT, "%.4g", one.sigma()),
                        Tables.decimals(one.z()),
                        String.join(" ", one.marks()))
                .stripTrailing();
    }
}
