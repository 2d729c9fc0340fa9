package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.HeatMap;
import org.macroedge.server.bias.view.HeatMapCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints the surprises of each region and category.
@Command(
        name = "heatmap",
        description = "The surprises of each region and category: positive is stronger, hotter, tighter.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge heatmap --as-of 2021-09-03T20:00:00Z",
            "  macro-edge heatmap --weight-set equal --format csv"
        })
final class HeatMapCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("as_of", "run_id", "region", "category", "z", "live", "indicators", "reason");

    private static final int NARROWEST = 6;

    @Mixin
    private final QuestionOptions question = new QuestionOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    HeatMapCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Asking asking = new Asking(spec, clock, question);
        return asking.show(new Read<>(
                "heatmap",
                Map.of("weightSet", question.weightSet),
                HeatMap.class,
                asking.store(session -> session.get(LatestBias.class)
                        .at(question.recordedAt())
                        .heatMap(question.asOf(), question.weightSet)),
                COLUMNS,
                map -> map.cells().stream().map(cell -> cells(map, cell)).toList(),
                HeatMapCommand::table));
    }

    private static List<@Nullable Object> cells(HeatMap map, HeatMapCell one) {
        return Arrays.asList(
                map.asOf(),
                map.runId(),
                one.region(),
                one.category(),
                one.z(),
                one.live(),
                one.indicators(),
                one.reason());
    }

    private static void table(PrintWriter out, HeatMap map) {
        Tables.heading(out, map.run());
        Map<String, HeatMapCell> cells =
                map.cells().stream().collect(Collectors.toMap(one -> one.region() + one.category(), one -> one));
        out.println(
                "   " + map.categories().stream().map(one -> aligned(one, one)).collect(Collectors.joining()));
        for (String region : map.regions()) {
            out.println(region + " "
                    + map.categories().stream()
                            .map(category -> aligned(text(cells.get(region + category)), category))
                            .collect(Collectors.joining()));
        }
        out.println();
        out.println("- where nothing is live, blank where the catalogue has no indicator.");
    }

    private static String text(@Nullable HeatMapCell cell) {
        return cell == null || cell.indicators() == 0 ? "" : Tables.decimals(cell.z());
    }

    private static String aligned(String text, String category) {
        return String.format("%" + (Math.max(category.length(), NARROWEST) + 1) + "s", text);
    }
}
