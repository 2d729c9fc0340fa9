package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.WeightSetViews;
import org.macroedge.server.catalogue.view.WeightSetItem;
import org.macroedge.server.catalogue.view.WeightSetList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints the weight sets of the catalogue in force.
@Command(
        name = "weight-sets",
        description = "Every weight set: its version and hash, its half-lives, and what it covers.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  macro-edge weight-sets", "  macro-edge bias --weight-set equal"})
final class WeightSetsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "id",
            "version",
            "hash",
            "mode",
            "half_lives",
            "clip",
            "importance",
            "stages",
            "indicators",
            "instruments",
            "without");

    @Mixin
    private final ReadOptions options = new ReadOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    WeightSetsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return runner.show(new Read<>(
                "weight-sets",
                Map.of(),
                WeightSetList.class,
                runner.store(session ->
                        WeightSetViews.of(session.get(CatalogueInForce.class).at(options.recordedAt()))),
                COLUMNS,
                answer -> answer.items().stream().map(WeightSetsCommand::cells).toList(),
                WeightSetsCommand::table));
    }

    private static List<@Nullable Object> cells(WeightSetItem item) {
        return Arrays.asList(
                item.id(),
                item.version(),
                item.hash(),
                item.mode(),
                pairs(item.halfLives()),
                item.clip(),
                item.importance().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                pairs(item.stages()),
                item.indicators(),
                String.join(" ", item.instruments()),
                String.join(" ", item.without()));
    }

    private static String pairs(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static void table(PrintWriter out, WeightSetList answer) {
        for (WeightSetItem item : answer.items()) {
            out.printf("%s, version %d%n", item.id(), item.version());
            out.printf("  hash          %s%n", item.hash());
            out.printf("  mode          %s, z clipped at %s%n", item.mode(), number(item.clip()));
            out.printf("  half-lives    %s (days)%n", pairs(item.halfLives()));
            out.printf(
                    "  importance    %s%n",
                    item.importance().stream().map(WeightSetsCommand::number).collect(Collectors.joining(", ")));
            out.printf("  stages        %s%n", pairs(item.stages()));
            out.printf(
                    "  covers        %d instruments by %d indicators%n",
                    item.instruments().size(), item.indicators());
            if (!item.without().isEmpty()) {
                out.printf("  no weights    %s%n", String.join(", ", item.without()));
            }
        }
    }
}
