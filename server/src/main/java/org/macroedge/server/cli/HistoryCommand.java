package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.cli.tables.HistoryTable;
import org.macroedge.server.exports.HistoryColumns;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints one bias over time.
@Command(
        name = "history",
        description = "The bias of one instrument at each daily close or release instant, by default of a year.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge history EURUSD --from 2021-08-01 --as-of 2021-09-30",
            "  macro-edge history SPX --at release --format csv > spx.csv"
        })
final class HistoryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INSTRUMENT", description = "For example EURUSD.")
    private String instrument = "";

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final WeightSetOption weights = new WeightSetOption();

    @Mixin
    private final PeriodOptions period = new PeriodOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    HistoryCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        String id = ResolvedId.instrument(instrument);
        return runner.show(new Read<>(
                "bias/" + id + "/history",
                parameters(),
                BiasHistory.class,
                runner.store(session -> session.get(LatestBias.class)
                        .at(options.recordedAt())
                        .history(id, options.asOf(), period.start(), period.end(), period.grid(), weights.id)),
                run -> Heading.of(run.run()),
                HistoryColumns.NAMES,
                run -> run.points().stream()
                        .map(point -> HistoryColumns.cells(run, point))
                        .toList(),
                HistoryTable::print));
    }

    private Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> parameters = period.parameters();
        parameters.put(WeightedQuery.WEIGHT_SET, weights.id);
        return parameters;
    }
}
