package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.HeatMap;
import org.macroedge.server.bias.view.HeatMapCell;
import org.macroedge.server.bias.view.HeatMapTotal;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.cli.tables.HeatMapTable;
import org.macroedge.server.platform.query.WeightedQuery;
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

    private static final String ALL = "all";

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final WeightSetOption weights = new WeightSetOption();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    HeatMapCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return runner.show(new Read<>(
                "heatmap",
                Map.of(WeightedQuery.WEIGHT_SET, weights.id),
                HeatMap.class,
                runner.store(session ->
                        session.get(LatestBias.class).at(options.recordedAt()).heatMap(options.asOf(), weights.id)),
                map -> Heading.of(map.run()),
                COLUMNS,
                HeatMapCommand::rows,
                HeatMapTable::print));
    }

    private static List<List<@Nullable Object>> rows(HeatMap map) {
        return Stream.concat(
                        map.cells().stream().map(cell -> cells(map, cell)),
                        map.totals().stream().map(total -> cells(map, total)))
                .toList();
    }

    /// The margin stands below the cells, as category `all`.
    private static List<@Nullable Object> cells(HeatMap map, HeatMapTotal total) {
        return Arrays.asList(
                map.asOf(),
                map.runId(),
                total.region(),
                ALL,
                total.z(),
                total.live(),
                total.indicators(),
                total.reason());
    }

    private static List<@Nullable Object> cells(HeatMap map, HeatMapCell cell) {
        return Arrays.asList(
                map.asOf(),
                map.runId(),
                cell.region(),
                cell.category(),
                cell.z(),
                cell.live(),
                cell.indicators(),
                cell.reason());
    }
}
