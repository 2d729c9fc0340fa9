package org.macroedge.server.cli;

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
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
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
            "weights_prior",
            "mode",
            "half_lives",
            "clip",
            "importance",
            "stages",
            "indicators",
            "instruments",
            "without");

    private static final int INDENT = 2;

    @Mixin
    private final CatalogueOptions options = new CatalogueOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    WeightSetsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadOptions read = options.read();
        ReadRunner runner = new ReadRunner(spec, clock, read);
        return runner.show(new Read<>(
                "weight-sets",
                Map.of(),
                WeightSetList.class,
                runner.store(session ->
                        WeightSetViews.of(session.get(CatalogueInForce.class).at(read.recordedAt()))),
                answer -> null,
                COLUMNS,
                answer -> answer.items().stream().map(WeightSetsCommand::cells).toList(),
                WeightSetsCommand::table));
    }

    private static List<@Nullable Object> cells(WeightSetItem item) {
        return Arrays.asList(
                item.id(),
                item.version(),
                item.hash(),
                item.weightsPrior(),
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

    private static void table(Page page, WeightSetList answer) {
        for (WeightSetItem item : answer.items()) {
            page.text(item.id() + ", version " + item.version(), Style.STRONG);
            line(page, "hash", item.hash());
            if (item.weightsPrior()) {
                line(page, "prior", "directions depend on the regime of a region; they are declared, not measured");
            }
            line(page, "mode", item.mode() + ", z clipped at " + number(item.clip()));
            line(page, "half-lives", pairs(item.halfLives()) + " (days)");
            line(
                    page,
                    "importance",
                    item.importance().stream().map(WeightSetsCommand::number).collect(Collectors.joining(", ")));
            line(page, "stages", pairs(item.stages()));
            line(page, "covers", item.instruments().size() + " instruments by " + item.indicators() + " indicators");
            if (!item.without().isEmpty()) {
                line(page, "no weights", String.join(", ", item.without()));
            }
        }
    }

    private static void line(Page page, String field, String text) {
        page.phrases(List.of(Phrase.of(field + ": " + text)), INDENT);
    }
}
