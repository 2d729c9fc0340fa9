package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.cli.tables.ConsensusTable;
import org.macroedge.server.surprises.LatestIndicators;
import org.macroedge.server.surprises.view.SourceError;
import org.macroedge.server.surprises.view.SourceRanking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints how far the forecasts of each source have been from what was published.
@Command(
        name = "consensus",
        description = "The sources of forecasts by their error: mean absolute error and bias in \u03c3, and number of"
                + " releases.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge consensus",
            "  macro-edge consensus --region US --as-of 2026-01-31",
            "",
            "Only forecasts count that were captured before their release, so imported histories do not.",
            "`indicators INDICATOR` shows what each source expected of its last and its next release."
        })
final class ConsensusCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("source", "kind", "releases", "mean_absolute_error", "bias", "ranked");

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            converter = RegionConverter.class,
            description = "Indicators of one region alone: ${COMPLETION-CANDIDATES}.")
    private @Nullable Region region;

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ConsensusCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("region", region == null ? null : region.code());
        return runner.show(new Read<>(
                "consensus",
                parameters,
                SourceRanking.class,
                runner.store(session -> session.get(LatestIndicators.class)
                        .at(options.recordedAt())
                        .ranking(options.asOf(), region)),
                SourceRanking::header,
                COLUMNS,
                answer -> answer.items().stream().map(ConsensusCommand::cells).toList(),
                ConsensusTable::print));
    }

    private static List<@Nullable Object> cells(SourceError source) {
        return Arrays.asList(
                source.source(),
                source.kind(),
                source.releases(),
                source.meanAbsoluteError(),
                source.bias(),
                source.ranked());
    }
}
