package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.FlipQuestion;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.view.FlipAnswer;
import org.macroedge.server.bias.view.FlipPoint;
import org.macroedge.server.bias.view.FlipRelease;
import org.macroedge.server.bias.view.InstrumentFlipView;
import org.macroedge.server.cli.tables.FlipTable;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.platform.query.WeightedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints which releases of the next days could change a label.
@Command(
        name = "flips",
        description = "Which releases of the next days could change a label, from which figure on, and how likely that"
                + " is by the past surprises of the indicator.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge flips                      the next release that could change each label",
            "  macro-edge flips EURUSD --within 14d  every release that could change that of EURUSD",
            "",
            "Each release is assumed with the others of its instant as expected; `scenario` shows one in full."
        })
final class FlipsCommand implements Callable<Integer> {

    private static final String WITHIN = "--within";

    private static final List<String> COLUMNS = List.of(
            "released_at",
            "indicator",
            "scheduled",
            "forecast",
            "instrument",
            "label",
            "new_label",
            "sigmas",
            "value",
            "first_value",
            "first_sigmas",
            "probability",
            "past_surprises");

    @Parameters(
            paramLabel = "INSTRUMENT",
            arity = "0..1",
            description = "One instrument with every release that could change its label, for example EURUSD.")
    private @Nullable String instrument;

    @Option(
            names = WITHIN,
            paramLabel = "DAYS",
            defaultValue = FlipQuestion.WEEK,
            description = "How far ahead, from 1d to 14d (default: ${DEFAULT-VALUE}).")
    private String within = FlipQuestion.WEEK;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final WeightSetOption weights = new WeightSetOption();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    FlipsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        FlipQuestion question = FlipQuestion.of(instrument, WITHIN, within);
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return runner.show(new Read<>(
                "flips",
                parameters(),
                FlipAnswer.class,
                runner.store(session -> session.get(LatestBias.class)
                        .at(options.recordedAt())
                        .flips(question, options.asOf(), weights.id)),
                answer -> Heading.of(answer.run()),
                COLUMNS,
                answer -> answer.releases().stream().flatMap(FlipsCommand::rows).toList(),
                instrument == null ? FlipTable::overview : FlipTable::ofInstrument));
    }

    private static Stream<List<@Nullable Object>> rows(FlipRelease release) {
        return release.items().stream().flatMap(item -> item.flips().stream().map(flip -> cells(release, item, flip)));
    }

    private static List<@Nullable Object> cells(FlipRelease release, InstrumentFlipView item, FlipPoint flip) {
        return Arrays.asList(
                release.release().releasedAt(),
                release.release().indicator(),
                release.release().scheduled(),
                release.forecast(),
                item.instrument(),
                item.label(),
                flip.label(),
                flip.sigmas(),
                flip.value(),
                flip.firstValue(),
                flip.firstSigmas(),
                flip.probability(),
                release.pastSurprises());
    }

    private Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("instrument", instrument);
        parameters.put("within", within);
        parameters.put(WeightedQuery.WEIGHT_SET, weights.id);
        return parameters;
    }
}
