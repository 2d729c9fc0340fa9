package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.bias.ChangeSpan;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.BiasWaterfall;
import org.macroedge.server.bias.view.ChangeSince;
import org.macroedge.server.cli.tables.ChangeTable;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints why one bias changed.
@Command(
        name = "change",
        description = "Why the bias of one instrument changed between two instants: releases with what they replaced,"
                + " decay, signals that ended, weights and scale. The steps add up to the change of Z.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge change EURUSD --as-of 2021-09-03T20:00Z",
            "  macro-edge change USDJPY --since label",
            "  macro-edge change SPX --from 2021-09-01 --to 2021-09-08 --format csv",
            "",
            "adds        how much of the change of Z the step is",
            "release     a new figure, less what was left of the one before it",
            "decay       what all signals lost by growing older",
            "roll-off    signals that were four half-lives old and ended",
            "activation  a weight that changed: a first usable figure, an indicator that came or went",
            "scale       every contribution, as the scale of the sum changed"
        })
final class ChangeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INSTRUMENT", description = "For example EURUSD.")
    private String instrument = "";

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Start of the change; a date means its start in UTC.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "End of the change (default, and at the latest: the time of --as-of).")
    private @Nullable String to;

    @Option(
            names = "--since",
            paramLabel = "SINCE",
            description = "In place of --from: day, week, or label for the last time at which the label was another"
                    + " (default: day).")
    private @Nullable ChangeSince since;

    @Option(
            names = "--recorded-from",
            paramLabel = "INSTANT",
            description = "The record time as of which the start was seen; what was corrected since is a step then.")
    private @Nullable String recordedFrom;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final WeightSetOption weights = new WeightSetOption();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ChangeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        String id = ResolvedId.instrument(instrument);
        ChangeSpan span = new ChangeSpan(
                Instants.readStart("--from", from),
                Instants.read("--to", to),
                since,
                Instants.read("--recorded-from", recordedFrom));
        return runner.show(new Read<>(
                "bias/" + id + "/change",
                parameters(span),
                BiasWaterfall.class,
                runner.store(session -> answer(session.get(LatestBias.class), id, span)),
                run -> Heading.of(run.run()),
                WaterfallColumns.after("instrument", "from", "to"),
                answer -> answer.steps().stream()
                        .map(step -> WaterfallColumns.cells(step, answer.instrument(), answer.from(), answer.to()))
                        .toList(),
                ChangeTable::print));
    }

    private BiasWaterfall answer(LatestBias bias, String id, ChangeSpan span) {
        Instant recorded = span.recordedFrom();
        @Nullable BiasAnswers seen = recorded == null ? null : bias.at(recorded);
        return bias.at(options.recordedAt()).change(id, options.asOf(), span, seen, weights.id);
    }

    private Map<String, @Nullable String> parameters(ChangeSpan span) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(span.from()));
        parameters.put("to", ReadRunner.text(span.to()));
        parameters.put("since", span.since() == null ? null : span.since().code());
        parameters.put("recordedFrom", ReadRunner.text(span.recordedFrom()));
        parameters.put(WeightedQuery.WEIGHT_SET, weights.id);
        return parameters;
    }
}
