package org.macroedge.server.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.ScenarioQuestion;
import org.macroedge.server.bias.view.BiasLevel;
import org.macroedge.server.bias.view.ScenarioAnswer;
import org.macroedge.server.bias.view.ScenarioBias;
import org.macroedge.server.bias.view.ScenarioPoint;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.cli.tables.ScenarioTable;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what a release that is to come would do.
@Command(
        name = "scenario",
        description =
                "What the next release of an indicator would do to every instrument: the score without it, at −2 to"
                        + " +2 σ, and from which figure on a label changes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge scenario us-nonfarm-payrolls --as-of 2021-09-03T12:00Z",
            "  macro-edge scenario us-nonfarm-payrolls --set us-nonfarm-payrolls=250K --set us-unemployment-rate=-1s",
            "",
            "Other releases of the same instant come as expected, unless --set gives them a figure. A",
            "figure is a value in the unit of the indicator (0.4, 250K), or a surprise in σ with an s (-1.5s).",
            "Where --set gives a figure to some of them, \"others at mean\" is the score if those that are not",
            "set print their mean given those that are, by past surprises at the same instants."
        })
final class ScenarioCommand implements Callable<Integer> {

    private static final String SET = "--set";

    private static final List<String> COLUMNS = List.of(
            "indicator",
            "released_at",
            "instrument",
            "sigmas",
            "value",
            "score",
            "label",
            "z",
            "score_without",
            "label_without",
            "score_conditional",
            "label_conditional");

    @Parameters(paramLabel = "INDICATOR", description = "Whose release is varied, for example us-nonfarm-payrolls.")
    private String indicator = "";

    @Option(
            names = SET,
            paramLabel = "INDICATOR=FIGURE",
            description = "The figure of a release of the instant; can be repeated.")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--released-at",
            paramLabel = "INSTANT",
            description = "The instant of the release (default: that of its next scheduled one).")
    private @Nullable String releasedAt;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final WeightSetOption weights = new WeightSetOption();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ScenarioCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        ScenarioQuestion question = ScenarioQuestion.of(
                ResolvedId.indicator(indicator),
                Instants.read("--released-at", releasedAt),
                SET,
                set.isEmpty() ? null : String.join(",", set));
        return runner.show(new Read<>(
                "scenarios",
                parameters(question),
                ScenarioAnswer.class,
                runner.store(session -> session.get(LatestBias.class)
                        .at(options.recordedAt())
                        .scenario(question, options.asOf(), weights.id)),
                run -> Heading.of(run.run()),
                COLUMNS,
                answer -> answer.items().stream()
                        .flatMap(item -> rows(answer, item))
                        .toList(),
                ScenarioTable::print));
    }

    private static Stream<List<@Nullable Object>> rows(ScenarioAnswer answer, ScenarioBias item) {
        return item.grid().stream().map(point -> cells(answer, item, point));
    }

    private static List<@Nullable Object> cells(ScenarioAnswer answer, ScenarioBias item, ScenarioPoint point) {
        @Nullable BiasLevel conditional = item.conditional();
        return Arrays.asList(
                answer.indicator(),
                answer.releasedAt(),
                item.instrument(),
                point.sigmas(),
                point.value(),
                point.score(),
                point.label(),
                point.z(),
                item.before().score(),
                item.before().label(),
                conditional == null ? null : conditional.score(),
                conditional == null ? null : conditional.label());
    }

    private Map<String, @Nullable String> parameters(ScenarioQuestion question) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("indicator", question.indicator());
        parameters.put("set", question.set());
        parameters.put("releasedAt", ReadRunner.text(question.releasedAt()));
        parameters.put(WeightedQuery.WEIGHT_SET, weights.id);
        return parameters;
    }
}
