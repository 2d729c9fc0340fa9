package org.macroedge.server.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.cli.tables.ExplainTable;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.surprises.view.ReleaseContribution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints one bias down to each release behind it.
@Command(
        name = "explain",
        description = "Why the bias of one instrument is what it is: every release behind it, for and against, largest"
                + " first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge explain EURUSD --as-of 2021-09-03T12:30Z",
            "  macro-edge explain XAUUSD --weight-set equal --format csv",
            "",
            "adds      weight \u00d7 z \u00d7 decay; the additions of all releases are Z",
            "z         how far the figure was from the forecast, in \u03c3, the usual distance; + is stronger, hotter,"
                    + " tighter",
            "decay     how much is left of it at its age",
            "weight    what one \u03c3 of this indicator means for the instrument"
        })
final class ExplainCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = ContributionColumns.after("as_of", "run_id", "instrument");

    @Parameters(paramLabel = "INSTRUMENT", description = "For example EURUSD.")
    private String instrument = "";

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final WeightSetOption weights = new WeightSetOption();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ExplainCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        String id = ResolvedId.instrument(instrument);
        return runner.show(new Read<>(
                "bias/" + id + "/explanation",
                Map.of(WeightedQuery.WEIGHT_SET, weights.id),
                BiasExplanation.class,
                runner.store(session -> session.get(LatestBias.class)
                        .at(options.recordedAt())
                        .explanation(id, options.asOf(), weights.id)),
                run -> Heading.of(run.run()),
                COLUMNS,
                answer -> answer.contributions().stream()
                        .map(contribution -> cells(answer, contribution))
                        .toList(),
                ExplainTable::print));
    }

    private static List<@Nullable Object> cells(BiasExplanation run, ReleaseContribution contribution) {
        return ContributionColumns.cells(
                contribution, run.asOf(), run.runId(), run.item().instrument());
    }
}
